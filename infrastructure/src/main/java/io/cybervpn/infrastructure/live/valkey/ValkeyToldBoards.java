package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.port.ToldBoards;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told of boards, as a hash of digests in Valkey, and turns as keys that end by
 * themselves: an instance that dies in its turn holds nobody up for longer than that.
 */
@Singleton
final class ValkeyToldBoards implements ToldBoards {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

    /** As long as this what was told may be wrong, when something got lost. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ReactiveRedisDataSource valkey;
    private final Patience patience;
    private final OwnMemory own = new OwnMemory();

    @Inject
    ValkeyToldBoards(ReactiveRedisDataSource valkey, ValkeySettings settings) {
        this.valkey = valkey;
        this.patience =
                new Patience(settings, LEFT_ALONE, "boards are told by this instance alone");
    }

    @Override
    public Uni<Turn> turn(StaffTopic topic, Duration pace) {
        return patience.ask(
                () -> valkey.execute("EVAL", turnOf(topic, pace)).map(said -> turn(topic, said)),
                () -> Uni.createFrom().item(() -> own.turn(topic, pace)));
    }

    private static String[] turnOf(StaffTopic topic, Duration pace) {
        return new String[] {
            Scripts.TURN, "2", turnKey(topic), toldKey(topic), String.valueOf(pace.toMillis())
        };
    }

    /** What this instance told by itself meanwhile, the others do not know: all is told anew. */
    private Turn turn(StaffTopic topic, Response said) {
        if (said.get(0).toInteger() == 0) {
            return new Turn.Later();
        }
        Map<String, String> told = new HashMap<>();
        for (int i = 1; i + 1 < said.size(); i += 2) {
            told.put(said.get(i).toString(), said.get(i + 1).toString());
        }
        boolean whole = told.remove(Scripts.TOLD_WHOLE) != null;
        return own.forget(topic) || !whole ? new Turn.Anew() : new Turn.Since(told);
    }

    @Override
    public Uni<Void> note(StaffTopic topic, Note note, Duration pace) {
        return patience.ask(
                () -> valkey.execute("EVAL", noteOf(topic, note, pace)).replaceWithVoid(),
                () -> Uni.createFrom().voidItem().invoke(() -> own.note(topic, note, pace)));
    }

    private static String[] noteOf(StaffTopic topic, Note note, Duration pace) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Scripts.NOTE,
                                "2",
                                turnKey(topic),
                                toldKey(topic),
                                String.valueOf(pace.toMillis()),
                                note.anew() ? "1" : "0",
                                String.valueOf(LIFE.toSeconds()),
                                String.valueOf(note.gone().size())));
        words.addAll(note.gone());
        note.told()
                .forEach(
                        (id, digest) -> {
                            words.add(id);
                            words.add(digest);
                        });
        return words.toArray(String[]::new);
    }

    private static String turnKey(StaffTopic topic) {
        return "live:turn:" + topic.code();
    }

    private static String toldKey(StaffTopic topic) {
        return "live:board:" + topic.code();
    }
}
