package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Board;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.application.live.port.ToldBoards;
import io.cybervpn.application.live.port.ToldBoards.Note;
import io.cybervpn.application.live.port.ToldBoards.Turn;
import io.cybervpn.application.shared.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells who listens what changed on a board since it was told last, by whichever instance. However
 * often and wherever it is called, all instances together tell at most once in {@link #PACE}; what
 * changed several times meanwhile is told as it is in the end. What cannot be told now, or gets
 * lost, is told later: what counts is how things are, not what happened. Now and then all of it is
 * told anew.
 */
@Singleton
public final class TellBoard {
    /** The least time between two news of a board. */
    public static final Duration PACE = Duration.ofSeconds(2);

    private final ToldBoards told;
    private final Publisher publisher;
    private final Ids ids;
    private final Clock clock;

    @Inject
    TellBoard(ToldBoards told, Publisher publisher, Ids ids, Clock clock) {
        this.told = told;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Result {
        /** Not yet: it was told a moment ago, or somebody else is about to. */
        LATER,
        /** All is as it was told. */
        NOTHING_NEW,
        /** What changed was told. */
        CHANGES,
        /** All of it was told. */
        ALL
    }

    /** Tells once. Fails when the board cannot be looked at. */
    public Uni<Result> execute(Board board) {
        return told.turn(board.topic(), PACE).chain(turn -> tell(board, turn));
    }

    private Uni<Result> tell(Board board, Turn turn) {
        return switch (turn) {
            case Turn.Later() -> Uni.createFrom().item(Result.LATER);
            case Turn.Anew() -> board.take().chain(things -> all(board.topic(), things));
            case Turn.Since(var before) ->
                    board.take().chain(things -> changes(board.topic(), before, things));
        };
    }

    private Uni<Result> all(StaffTopic topic, List<Thing> things) {
        return publish(topic, ".snapshot", Thing.list(things))
                .chain(() -> told.note(topic, new Note(true, digests(things), Set.of()), PACE))
                .replaceWith(Result.ALL);
    }

    private Uni<Result> changes(StaffTopic topic, Map<String, String> before, List<Thing> things) {
        List<Thing> changed =
                things.stream().filter(one -> !one.digest().equals(before.get(one.id()))).toList();
        Set<String> gone = new HashSet<>(before.keySet());
        things.forEach(one -> gone.remove(one.id()));
        return changed.isEmpty() && gone.isEmpty()
                ? Uni.createFrom().item(Result.NOTHING_NEW)
                : publish(topic, ".changed", delta(changed, gone))
                        .chain(
                                () ->
                                        told.note(
                                                topic,
                                                new Note(false, digests(changed), gone),
                                                PACE))
                        .replaceWith(Result.CHANGES);
    }

    private static Datum.Fields delta(List<Thing> changed, Set<String> gone) {
        Datum items = Thing.list(changed).values().get("items");
        List<Datum> removed = gone.stream().sorted().map(Datum::of).toList();
        return new Datum.Fields(Map.of("items", items, "removed", new Datum.Many(removed)));
    }

    private static Map<String, String> digests(List<Thing> things) {
        return things.stream().collect(Collectors.toMap(Thing::id, Thing::digest));
    }

    private Uni<Void> publish(StaffTopic topic, String what, Datum.Fields data) {
        return publisher.publish(
                List.of(
                        new News(
                                new Address.Staff(topic),
                                ids.next(),
                                topic.code() + what,
                                clock.instant(),
                                data.values())));
    }
}
