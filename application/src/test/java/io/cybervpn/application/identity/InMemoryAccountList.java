package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.model.Account;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The list over accounts in memory. */
public final class InMemoryAccountList implements AccountList {
    private final InMemoryAccounts accounts;

    public InMemoryAccountList(InMemoryAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<Page<AccountView>> page(Query query) {
        return Uni.createFrom().item(() -> pageNow(query));
    }

    private Page<AccountView> pageNow(Query query) {
        List<AccountView> matches =
                accounts.all().stream()
                        .filter(account -> matches(account, query))
                        .map(AccountView::of)
                        .sorted(order(query.order()))
                        .toList();
        Page.Request page = query.page();
        Optional<Long> total = page.count() ? Optional.of((long) matches.size()) : Optional.empty();
        List<AccountView> items = matches.stream().skip(page.offset()).limit(page.size()).toList();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static boolean matches(Account account, Query query) {
        boolean status = query.statuses().isEmpty() || query.statuses().contains(account.status());
        return status && query.text().map(text -> isAbout(account, text)).orElse(true);
    }

    private static boolean isAbout(Account account, String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return account.email().filter(email -> email.value().contains(folded)).isPresent()
                || account.id().value().toString().equals(folded);
    }

    private static Comparator<AccountView> order(List<Sort> keys) {
        Comparator<AccountView> byId = Comparator.comparing(view -> view.id().value().toString());
        return keys.stream()
                .map(InMemoryAccountList::by)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(byId))
                .orElse(byId);
    }

    private static Comparator<AccountView> by(Sort sort) {
        Comparator<AccountView> rising =
                switch (sort.field()) {
                    case CREATED_AT -> Comparator.comparing(AccountView::createdAt);
                    case EMAIL -> Comparator.comparing(view -> view.email().orElse("\uffff"));
                    case ID -> Comparator.comparing(view -> view.id().value().toString());
                };
        return sort.descending() ? rising.reversed() : rising;
    }
}
