package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list over accounts in memory. */
public final class InMemoryAccountList implements AccountList {
    private final InMemoryAccounts accounts;

    private final Map<AccountId, Set<String>> tags = new HashMap<>();
    private final Map<AccountId, Long> telegram = new HashMap<>();

    public InMemoryAccountList(InMemoryAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<Page<AccountView>> page(Query query) {
        return Uni.createFrom().item(() -> pageNow(query));
    }

    void tag(AccountId account, String tag) {
        tags.computeIfAbsent(account, _ -> new HashSet<>()).add(tag);
    }

    void link(AccountId account, long telegramId) {
        telegram.put(account, telegramId);
    }

    private Page<AccountView> pageNow(Query query) {
        List<AccountView> matches =
                accounts.all().stream()
                        .filter(
                                account ->
                                        query.conditions().stream()
                                                .allMatch(one -> meets(account, one)))
                        .map(AccountView::of)
                        .sorted(order(query.order()))
                        .toList();
        Page.Request page = query.page();
        Optional<Long> total = page.count() ? Optional.of((long) matches.size()) : Optional.empty();
        List<AccountView> items =
                matches.stream()
                        .filter(view -> isAfter(view, query))
                        .skip(page.offset())
                        .limit(page.size())
                        .toList();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private boolean meets(Account account, Condition condition) {
        return switch (condition) {
            case Condition.Text(var text) -> isAbout(account, text.toLowerCase(Locale.ROOT));
            case Condition.Status(var statuses) -> statuses.contains(account.status());
            case Condition.Kind(var kinds) -> kinds.contains(account.kind());
            case Condition.Tag(var wanted) ->
                    !Collections.disjoint(tags.getOrDefault(account.id(), Set.of()), wanted);
            case Condition.CreatedFrom(var from) -> !account.createdAt().isBefore(from);
            case Condition.CreatedTo(var to) -> account.createdAt().isBefore(to);
            case Condition.Telegram(var id) -> Long.valueOf(id).equals(telegram.get(account.id()));
            case Condition.EmailVerified(var verified) ->
                    accounts.isVerified(account.id()) == verified;
        };
    }

    private static boolean isAbout(Account account, String text) {
        String email = account.email().map(Email::value).orElse("");
        boolean found =
                text.length() < Condition.Text.PART_LENGTH_MIN
                        ? email.startsWith(text)
                        : email.contains(text);
        return found || account.id().value().toString().equals(text);
    }

    private static boolean isAfter(AccountView view, Query query) {
        return query.after()
                .map(cursor -> order(query.order()).compare(view, place(view, cursor)) > 0)
                .orElse(true);
    }

    /** Somebody who would be where the cursor is. */
    private static AccountView place(AccountView any, Cursor cursor) {
        return new AccountView(
                cursor.id(),
                any.email(),
                any.kind(),
                any.status(),
                any.locale(),
                cursor.createdAt());
    }

    private static Comparator<AccountView> order(List<Sort> keys) {
        boolean descending = !keys.isEmpty() && keys.getLast().descending();
        Comparator<AccountView> byId = by(new Sort(Field.ID, descending));
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
