package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a link.
 *
 * @param ssConfLinks of Outline, by server
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LinkInfoJson(@Nullable List<String> links, @Nullable Map<String, String> ssConfLinks) {
    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(LinkInfoJson response) {}

    /** What Outline can import. */
    List<String> outlineLinks() {
        Stream<String> managed =
                Objects.requireNonNullElse(ssConfLinks, Map.<String, String>of()).values().stream();
        Stream<String> plain =
                Objects.requireNonNullElse(links, List.<String>of()).stream()
                        .filter(link -> link.startsWith("ss://"));
        return Stream.concat(managed, plain).toList();
    }

    /** Leaves the links out. */
    @Override
    public String toString() {
        return "LinkInfoJson";
    }
}
