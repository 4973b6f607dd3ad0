package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of users, by stream or by list.
 *
 * @param nextCursor of a stream: where the next page starts; null on the last
 * @param hasMore of a stream
 * @param total of a list
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record UsersJson(
        List<UserJson> users,
        @Nullable String nextCursor,
        @Nullable Boolean hasMore,
        @Nullable Long total) {
    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(UsersJson response) {}
}
