package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cybervpn.application.server.port.NodeTraffic.NodeDay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bytes by node and day: of each node as many numbers as there are days. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NodesTrafficJson(List<LocalDate> categories, List<SeriesJson> series) {
    /** A node. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SeriesJson(String uuid, List<Long> data) {}

    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(NodesTrafficJson response) {}

    List<NodeDay> days() {
        return series.stream().flatMap(this::days).toList();
    }

    private Stream<NodeDay> days(SeriesJson node) {
        int known = Math.min(categories.size(), node.data().size());
        return IntStream.range(0, known)
                .mapToObj(
                        i ->
                                new NodeDay(
                                        node.uuid(),
                                        categories.get(i),
                                        Math.max(0, node.data().get(i))));
    }
}
