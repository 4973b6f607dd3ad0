package io.cybervpn.application.identity.users;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Note;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Reads, writes and removes notes about a customer (R55). Needs {@link Permission#USERS_READ} to
 * read and {@link Permission#USERS_WRITE} for the rest.
 */
@Singleton
public final class KeepNotes {
    private static final int NOTES_MAX = 200;

    private final Customers customers;
    private final CustomerCards cards;
    private final Ids ids;
    private final Clock clock;

    @Inject
    KeepNotes(Customers customers, CustomerCards cards, Ids ids, Clock clock) {
        this.customers = customers;
        this.cards = cards;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is wanted. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** About whom. */
        AccountId user();

        /** To see all. */
        record Read(Actor actor, AccountId user) implements Command {}

        /** One more. */
        record Write(Actor actor, AccountId user, String text) implements Command {}

        /** One less. */
        record Remove(Actor actor, AccountId user, UUID note) implements Command {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** The notes that there are now, the newest first, at most 200. */
        record Notes(List<NoteView> notes) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Does it. Writing twice makes two notes. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(needed(command))
                ? customers.locked(
                        command.user(),
                        account -> run(account, command),
                        () -> new Result.Refused(UserRefusal.NO_SUCH_USER))
                : Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
    }

    private static Permission needed(Command command) {
        return switch (command) {
            case Command.Read _ -> Permission.USERS_READ;
            case Command.Write _, Command.Remove _ -> Permission.USERS_WRITE;
        };
    }

    private Uni<Result> run(Account account, Command command) {
        return switch (command) {
            case Command.Read _ -> list(account);
            case Command.Write write -> write(account, write);
            case Command.Remove remove -> remove(account, remove);
        };
    }

    private Uni<Result> write(Account account, Command.Write command) {
        Note note =
                new Note(
                        ids.next(),
                        account.id(),
                        command.text(),
                        command.actor().account(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return cards.add(note)
                .chain(() -> record(command, "users.add_note", note.id()))
                .chain(() -> list(account));
    }

    private Uni<Result> remove(Account account, Command.Remove command) {
        return cards.removeNote(account.id(), command.note())
                .chain(
                        removed ->
                                removed
                                        ? record(command, "users.remove_note", command.note())
                                                .chain(() -> list(account))
                                        : Uni.createFrom()
                                                .item(
                                                        new Result.Refused(
                                                                UserRefusal.NO_SUCH_NOTE)));
    }

    private Uni<Void> record(Command command, String action, UUID note) {
        return customers.record(
                command.actor(),
                action,
                command.user(),
                Changes.none().and("note", "", note.toString()));
    }

    private Uni<Result> list(Account account) {
        return cards.notes(account.id(), NOTES_MAX)
                .map(notes -> new Result.Notes(notes.stream().map(NoteView::of).toList()));
    }
}
