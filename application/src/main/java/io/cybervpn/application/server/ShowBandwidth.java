package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerSamples;
import io.cybervpn.application.server.port.ServerSamples.Point;
import io.cybervpn.application.server.port.ServerSamples.Step;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bytes and people over time, for a chart (R151). Needs {@link Permission#MONITORING_READ}. */
@Singleton
public final class ShowBandwidth {
    /** The most pieces of one answer. */
    public static final int POINTS_MAX = 2_000;

    private final ServerSamples samples;

    @Inject
    ShowBandwidth(ServerSamples samples) {
        this.samples = samples;
    }

    /**
     * Which.
     *
     * @param server empty: all together
     * @param to not before {@code from}
     */
    public record Query(
            Actor actor, Step step, Optional<ServerId> server, Instant from, Instant to) {}

    /** The answer. */
    public sealed interface Result {
        /** In the order of time; where nothing was measured there is no point. */
        record Series(List<Point> points) implements Result {
            /** Copies the list. */
            public Series {
                points = List.copyOf(points);
            }
        }

        /** More than {@link #POINTS_MAX}: take a longer step. */
        record TooManyPoints() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.MONITORING_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        long seconds = Duration.between(query.from(), query.to()).toSeconds();
        return seconds / query.step().seconds() > POINTS_MAX
                ? Uni.createFrom().item(new Result.TooManyPoints())
                : samples.series(query.step(), query.server(), query.from(), query.to())
                        .map(Result.Series::new);
    }
}
