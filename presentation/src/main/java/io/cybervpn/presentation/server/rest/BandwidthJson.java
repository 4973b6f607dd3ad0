package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ShowBandwidth;
import io.cybervpn.application.server.port.ServerSamples.Point;
import io.cybervpn.application.server.port.ServerSamples.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Bytes and people over time. Where nothing was measured there is no point.
 *
 * @param step five_minutes, hour or day (of UTC)
 * @param to not in it
 */
@Schema(name = "Bandwidth")
public record BandwidthJson(String step, Instant from, Instant to, List<PointJson> points) {

    /**
     * A piece of time.
     *
     * @param at its start
     * @param bytes that were moved through nodes
     * @param usersMax most people at once, of each server, added up
     * @param usersMean people at once, by the mean of each server, added up
     */
    @Schema(name = "BandwidthPoint")
    public record PointJson(Instant at, long bytes, long usersMax, long usersMean) {
        private static PointJson of(Point point) {
            return new PointJson(point.at(), point.bytes(), point.usersMax(), point.usersMean());
        }
    }

    static BandwidthJson of(ShowBandwidth.Query query, List<Point> points) {
        return new BandwidthJson(
                code(query.step()),
                query.from(),
                query.to(),
                points.stream().map(PointJson::of).toList());
    }

    private static String code(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> step(String code) {
        return Stream.of(Step.values()).filter(step -> code(step).equals(code)).findFirst();
    }
}
