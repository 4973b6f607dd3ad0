package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The access of one subscription: what is wanted and how far the panel follows. The panel is told
 * by whoever holds a lease on the record, so each outcome names the generation that was brought: a
 * wish that changed meanwhile is never taken for satisfied.
 */
public sealed interface Access {
    /** What is wanted. */
    Desire desire();

    /** What the panel had when it was last asked. */
    Sight sight();

    /**
     * To be brought to the panel.
     *
     * @param dueAt when
     */
    record Pending(Desire desire, Sight sight, Instant dueAt) implements Access {}

    /** The panel has what is wanted. */
    record Ready(Desire desire, Sight.Seen sight) implements Access {}

    /** The panel did not answer, or not clearly; it is asked again for ever. */
    record Failing(Desire desire, Sight sight, Setback setback) implements Access {
        /** Tries again, now, and counts anew. */
        public Pending hurry(Instant now) {
            return new Pending(desire, sight, now);
        }
    }

    /**
     * The panel took the wish and is at work on it; it is asked again how far it is.
     *
     * @param work what it does
     */
    record Waiting(Desire desire, Sight sight, PanelWork work) implements Access {}

    /**
     * The panel refused for a reason that time does not heal: staff must act.
     *
     * @param attempts how often it was tried
     * @param reason the panel's, for staff
     */
    record Parked(Desire desire, Sight sight, int attempts, String reason) implements Access {
        /** Tries again, now. */
        public Pending retry(Instant now) {
            return new Pending(desire, sight, now);
        }
    }

    /**
     * Nothing is left of it on the panel, as wanted; another wish makes it anew.
     *
     * @param at when we learned that
     */
    record Removed(Desire desire, Instant at) implements Access {
        @Override
        public Sight sight() {
            return new Sight.Never();
        }
    }

    /** The first wish for a subscription. */
    static Pending first(
            AccessId id, AccountId account, PanelId panel, AccessSpec spec, Instant now) {
        return new Pending(new Desire(id, account, panel, spec, 1), new Sight.Never(), now);
    }

    /** Wants something, perhaps the same again. A changed wish also frees a parked record. */
    default Redesire desire(AccessSpec spec, Instant now) {
        return desire().spec().equals(spec)
                ? new Redesire.Unchanged()
                : new Redesire.Changed(new Pending(desire().next(spec), sight(), now));
    }

    /**
     * Wants it on another panel. Until it is there it stays usable where it was seen; a move that
     * was not over yet is left behind.
     */
    default Move move(PanelId to, Instant now) {
        if (desire().panel().equals(to)) {
            return new Move.Unchanged();
        }
        Pending moved = new Pending(desire().at(to), sight(), now);
        return new Move.Moved(moved, left(desire().panel()).filter(panel -> !panel.equals(to)));
    }

    /** A panel where nothing is wanted any more and nobody was seen, but may be. */
    private Optional<PanelId> left(PanelId panel) {
        return switch (sight()) {
            case Sight.Seen(var _, var user) when user.panel().equals(panel) -> Optional.empty();
            case Sight.Seen _, Sight.Never _ -> Optional.of(panel);
        };
    }

    /** Where the user was seen until now, if that is not where he was just brought to. */
    default Optional<PanelId> leaves(PanelUser brought) {
        return switch (sight()) {
            case Sight.Never _ -> Optional.empty();
            case Sight.Seen(var _, var user) ->
                    Optional.of(user.panel()).filter(panel -> !panel.equals(brought.panel()));
        };
    }

    /**
     * The panel has taken a wish.
     *
     * @param generation the one that was brought
     */
    default Brought brought(long generation, PanelUser user, Instant now) {
        if (generation < desire().generation() || generation < sight().generation()) {
            long known = Math.max(generation, sight().generation());
            return new Brought.Behind(new Pending(desire(), new Sight.Seen(known, user), now));
        }
        Ready ready = new Ready(desire(), new Sight.Seen(generation, user));
        return sight().generation() == generation
                ? new Brought.Confirmed(ready)
                : new Brought.Granted(
                        ready, new AccessGranted(desire().id(), desire().account(), now));
    }

    /**
     * The panel has nothing of it any more.
     *
     * @param generation the one for which it was removed; what is wanted by now is made anew
     */
    default Access removed(long generation, Instant now) {
        return generation < desire().generation()
                ? new Pending(desire(), new Sight.Never(), now)
                : new Removed(desire(), now);
    }

    /** The panel's answer is unknown; nothing is given up. */
    default Access failed(long generation, String error, Instant now) {
        return generation < desire().generation()
                ? new Pending(desire(), sight(), now)
                : new Failing(desire(), sight(), Setback.after(attempts(), error, now));
    }

    /**
     * The panel is at work on it. That is no failure; but what takes longer than {@link
     * PanelWork#LONGEST} is parked.
     *
     * @param task what it does, for staff
     * @param askAfter when it should be asked again
     */
    default Access busy(long generation, String task, Duration askAfter, Instant now) {
        Access waiting = atWork(generation, task, askAfter, now);
        return waiting instanceof Waiting(_, _, var work) && work.isTooLong(now)
                ? new Parked(desire(), sight(), attempts() + 1, "not done in a day: " + task)
                : waiting;
    }

    /** As {@link #busy}, however long it takes. */
    default Access atWork(long generation, String task, Duration askAfter, Instant now) {
        return generation < desire().generation()
                ? new Pending(desire(), sight(), now)
                : switch (this) {
                    case Waiting waiting ->
                            new Waiting(desire(), sight(), waiting.work().on(task, askAfter, now));
                    case Pending _, Ready _, Failing _, Parked _, Removed _ ->
                            new Waiting(desire(), sight(), PanelWork.from(now, task, askAfter));
                };
    }

    /** The panel said no. */
    default Access refused(long generation, String reason, Instant now) {
        return generation < desire().generation()
                ? new Pending(desire(), sight(), now)
                : new Parked(desire(), sight(), attempts() + 1, reason);
    }

    /**
     * The panel gave its user other keys, at our wish: they are the right ones from now on, and the
     * panel is looked at once more.
     */
    default Pending rekeyed(PanelUser user, Instant now) {
        Sight known =
                switch (sight()) {
                    case Sight.Never never -> never;
                    case Sight.Seen seen -> new Sight.Seen(seen.generation(), user);
                };
        return new Pending(desire(), known, now);
    }

    /** Whether the panel, as just seen, is not what was wanted or what we know of it. */
    default boolean differsFrom(PanelState state, PanelUser user, Instant now) {
        return !sight().isOf(user) || !desire().spec().differencesFrom(state, now).isEmpty();
    }

    /** Whether a panel is where the access is wanted, or where it was seen last. */
    default boolean isAt(PanelId panel) {
        return desire().panel().equals(panel)
                || switch (sight()) {
                    case Sight.Never() -> false;
                    case Sight.Seen(var _, var user) -> user.panel().equals(panel);
                };
    }

    /** Attempts that failed in a row. */
    default int attempts() {
        return switch (this) {
            case Pending _, Ready _, Waiting _, Removed _ -> 0;
            case Failing failing -> failing.setback().attempts();
            case Parked parked -> parked.attempts();
        };
    }
}
