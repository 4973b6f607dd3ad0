package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.InboxDesk;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages are wanted; what is not given does not matter. */
public final class InboxFilterParams {
    private static final int CHOICES_MAX = 20;
    private static final int TEXT_LENGTH_MIN = 4;
    private static final int TEXT_LENGTH_MAX = 200;

    @Parameter(description = "Who sent it, such as yookassa; repeat for any of them")
    @QueryParam("source")
    @Size(max = CHOICES_MAX)
    List<@Pattern(regexp = "[a-z0-9_-]{1,40}") String> source = List.of();

    @Parameter(description = "received, applied, ignored or flagged; repeat for any of them")
    @QueryParam("status")
    @Size(max = CHOICES_MAX)
    List<String> status = List.of();

    @Parameter(
            description =
                    "A whole id or dedupe key, or a part of a body such as a payment's id; bodies"
                            + " of the last 30 days unless from says otherwise")
    @QueryParam("q")
    @Size(min = TEXT_LENGTH_MIN, max = TEXT_LENGTH_MAX)
    @Nullable String q;

    @Parameter(description = "Received then or later")
    @QueryParam("from")
    @Schema(implementation = Instant.class)
    @Nullable String from;

    @Parameter(description = "Received earlier")
    @QueryParam("to")
    @Schema(implementation = Instant.class)
    @Nullable String to;

    @Parameter(description = "nextCursor of the piece before")
    @QueryParam("cursor")
    @Nullable String cursor;

    InboxDesk.Filter filter() {
        if (!InboxDesk.Filter.STATUSES.containsAll(status)) {
            throw Problem.invalid(
                            "/status",
                            "unknown",
                            "A status is one of " + InboxDesk.Filter.STATUSES + ".")
                    .asException();
        }
        if (q != null && q.indexOf('\0') >= 0) {
            throw Problem.invalid("/q", "invalid", "There is no such text.").asException();
        }
        return new InboxDesk.Filter(
                Set.copyOf(source),
                Set.copyOf(status),
                Optional.ofNullable(q),
                QueryTime.read("from", from),
                QueryTime.read("to", to),
                Optional.ofNullable(cursor).map(IdCursor::read));
    }
}
