package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.profile.ProfileDesk;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ProfileChange;
import io.cybervpn.domain.identity.ProfileFlaw;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes what staff may change of a customer (R50). Needs {@link Permission#USERS_WRITE}. */
@Singleton
public final class EditUser {
    private static final String SOURCE = "staff";

    private final Customers customers;
    private final CustomerCards cards;
    private final ProfileDesk profiles;

    @Inject
    EditUser(Customers customers, CustomerCards cards, ProfileDesk profiles) {
        this.customers = customers;
        this.cards = cards;
        this.profiles = profiles;
    }

    /**
     * Who changes what of whom.
     *
     * @param version of the profile, as the editor saw it; empty: he does not care
     * @param tags all that he shall have; empty: as they are
     */
    public record Command(
            Actor actor,
            AccountId user,
            Optional<Long> version,
            ProfileChange change,
            Optional<Set<String>> tags) {}

    /** What became of it. */
    public sealed interface Result {
        /** As it is now. */
        record Edited(UserCard card) implements Result {}

        /** Refused for all of these. Nothing changed. */
        record Invalid(Set<ProfileFlaw> flaws) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Edits. Repeatable when no version is named. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.USERS_WRITE)) {
            return answer(new Result.Refused(UserRefusal.FORBIDDEN));
        }
        Set<ProfileFlaw> flaws = command.change().flawsForAnother();
        if (!flaws.isEmpty()) {
            return answer(new Result.Invalid(flaws));
        }
        return customers.locked(
                command.user(),
                account -> edit(account, command),
                () -> new Result.Refused(UserRefusal.NO_SUCH_USER));
    }

    private Uni<Result> edit(Account account, Command command) {
        return profiles.edit(account, command.version(), command.change(), SOURCE)
                .chain(edited -> edited.map(done -> tag(done, command)).orElseGet(EditUser::stale));
    }

    private static Uni<Result> stale() {
        return answer(new Result.Refused(UserRefusal.STALE));
    }

    private Uni<Result> tag(ProfileDesk.Edited done, Command command) {
        return cards.tags(done.account().id()).chain(before -> tag(done, before, command));
    }

    private Uni<Result> tag(ProfileDesk.Edited done, Set<String> before, Command command) {
        Set<String> after = command.tags().orElse(before);
        AccountId id = done.account().id();
        return cards.tag(id, after)
                .chain(
                        () ->
                                customers.record(
                                        command.actor(),
                                        "users.edit",
                                        id,
                                        changes(done, before, after)))
                .replaceWith(
                        new Result.Edited(
                                new UserCard(
                                        AccountView.of(done.account()), done.profile(), after)));
    }

    private static Changes changes(ProfileDesk.Edited done, Set<String> before, Set<String> after) {
        TreeMap<String, Changes.Change> fields = new TreeMap<>(done.changes().fields());
        fields.putAll(
                Changes.between(
                                Map.of("tags", new TreeSet<>(before)),
                                Map.of("tags", new TreeSet<>(after)))
                        .fields());
        return new Changes(fields);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
