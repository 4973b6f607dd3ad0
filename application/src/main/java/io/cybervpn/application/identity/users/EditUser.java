package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Changes what staff may change of a customer (R50). Needs {@link Permission#USERS_WRITE}. */
@Singleton
public final class EditUser {
    private final Customers customers;
    private final CustomerCards cards;

    @Inject
    EditUser(Customers customers, CustomerCards cards) {
        this.customers = customers;
        this.cards = cards;
    }

    /**
     * Who changes what of whom.
     *
     * @param locale empty: as it is
     * @param tags all that he shall have; empty: as they are
     */
    public record Command(
            Actor actor, AccountId user, Optional<String> locale, Optional<Set<String>> tags) {}

    /** What became of it. */
    public sealed interface Result {
        /** As it is now. */
        record Edited(UserCard card) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Edits. Repeatable. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.USERS_WRITE)) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
        }
        Optional<LanguageTag> locale = command.locale().flatMap(LanguageTag::parse);
        if (locale.isEmpty() && command.locale().isPresent()) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.BAD_LOCALE));
        }
        return customers.locked(
                command.user(),
                account -> edit(account, locale.orElse(account.locale()), command),
                () -> new Result.Refused(UserRefusal.NO_SUCH_USER));
    }

    private Uni<Result> edit(Account account, LanguageTag locale, Command command) {
        Account next = account.withLocale(locale);
        return customers
                .save(next)
                .chain(() -> cards.tags(account.id()))
                .chain(tags -> tag(account, new UserCard(AccountView.of(next), tags), command));
    }

    private Uni<Result> tag(Account before, UserCard card, Command command) {
        UserCard next = new UserCard(card.account(), command.tags().orElse(card.tags()));
        Changes changes =
                Changes.between(
                        Map.of(
                                "locale",
                                before.locale().value(),
                                "tags",
                                new TreeSet<>(card.tags())),
                        Map.of(
                                "locale",
                                next.account().locale(),
                                "tags",
                                new TreeSet<>(next.tags())));
        return cards.tag(before.id(), next.tags())
                .chain(() -> customers.record(command.actor(), "users.edit", before.id(), changes))
                .replaceWith(new Result.Edited(next));
    }
}
