package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.port.Feed.Delivery;
import io.cybervpn.application.live.port.Feed.Heard;
import io.cybervpn.domain.identity.SessionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A line on the channel: {@code news address number text}, {@code end session…}, {@code replaced
 * socket…}, or {@code beat}. A line that is not understood, such as one of a newer version, is
 * nothing.
 */
final class Line {
    static final String BEAT = "beat";
    private static final Logger LOG = Logger.getLogger(Line.class);
    private static final String NEWS = "news ";
    private static final String END = "end ";
    private static final String REPLACED = "replaced ";
    private static final int PARTS = 3;

    private Line() {}

    static Optional<Heard> parse(String line) {
        try {
            if (line.startsWith(NEWS)) {
                return delivery(line.substring(NEWS.length())).map(Heard.Told::new);
            }
            if (line.startsWith(REPLACED)) {
                return Optional.of(
                        new Heard.Replaced(ids(line.substring(REPLACED.length())).toList()));
            }
            return line.startsWith(END)
                    ? Optional.of(new Heard.Ended(sessions(line.substring(END.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warnf("a line of news is not understood: %s", e);
            return Optional.empty();
        }
    }

    /** What is kept of an address is the same without its first word. */
    static Optional<Delivery> delivery(String kept) {
        String[] parts = kept.split(" ", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : Address.parse(parts[0])
                        .map(to -> new Delivery(to, Long.parseLong(parts[1]), parts[2]));
    }

    static String end(List<SessionId> sessions) {
        return END
                + sessions.stream()
                        .map(session -> session.value().toString())
                        .collect(Collectors.joining(" "));
    }

    private static List<SessionId> sessions(String words) {
        return ids(words).map(SessionId::new).toList();
    }

    private static Stream<UUID> ids(String words) {
        return Arrays.stream(words.split(" ")).map(UUID::fromString);
    }
}
