package io.cybervpn.application.shared;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applies stored pushes once more, by staff with {@link Permission#SYSTEM_WRITE}: after a repair,
 * or when one waits long for its next try. Harmless: a handler finds that it did the work before.
 */
@Singleton
public final class ReplayMessages {
    /** The most messages of a call. */
    public static final int MESSAGES_MAX = 200;

    private final UnitOfWork unitOfWork;
    private final InboxDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ReplayMessages(UnitOfWork unitOfWork, InboxDesk desk, AuditTrail audit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which messages.
     *
     * @param ids up to {@link #MESSAGES_MAX}
     * @param dryRun whether only to say what would come of it
     */
    public record Command(Actor actor, Set<UUID> ids, boolean dryRun) {
        /** Copies the ids, and refuses too many. */
        public Command {
            ids = Set.copyOf(ids);
            if (ids.size() > MESSAGES_MAX) {
                throw new IllegalArgumentException(ids.size() + " messages");
            }
        }
    }

    /** What comes of one message. */
    public enum Fate {
        /** It is applied anew at once. */
        REPLAYED,
        /** It was waiting for its turn; that is now. */
        HASTENED,
        /** It was of no interest, and nothing of it was kept. */
        NOTHING_KEPT,
        /** There is none. */
        NOT_FOUND;

        private boolean isDue() {
            return this == REPLAYED || this == HASTENED;
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** What comes of each. */
        record Done(Map<UUID, Fate> fates) implements Result {
            /** Copies the map. */
            public Done {
                fates = Map.copyOf(fates);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Makes them due. Repeatable. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SYSTEM_WRITE)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return unitOfWork.run(
                () ->
                        desk.hold(command.ids())
                                .map(held -> fates(command.ids(), held))
                                .call(fates -> requeue(command, fates))
                                .map(Result.Done::new));
    }

    private static Map<UUID, Fate> fates(Set<UUID> ids, List<InboxDesk.Entry> held) {
        Map<UUID, InboxDesk.Entry> found =
                held.stream().collect(Collectors.toMap(InboxDesk.Entry::id, Function.identity()));
        return ids.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id ->
                                        found.containsKey(id)
                                                ? fate(found.get(id))
                                                : Fate.NOT_FOUND));
    }

    private static Fate fate(InboxDesk.Entry entry) {
        if (!entry.hasBody()) {
            return Fate.NOTHING_KEPT;
        }
        return entry.status().equals("received") ? Fate.HASTENED : Fate.REPLAYED;
    }

    private Uni<Void> requeue(Command command, Map<UUID, Fate> fates) {
        Set<UUID> due =
                fates.entrySet().stream()
                        .filter(one -> one.getValue().isDue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        if (command.dryRun() || due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return desk.requeue(due, clock.instant()).chain(() -> record(command.actor(), due));
    }

    private Uni<Void> record(Actor actor, Set<UUID> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        id ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                actor, "system.replay_message", "message", id)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
