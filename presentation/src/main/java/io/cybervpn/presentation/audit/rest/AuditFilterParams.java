package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.port.AuditLog.Filter;
import io.cybervpn.presentation.shared.rest.QueryTime;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which rows are wanted; what is not given does not matter. */
public final class AuditFilterParams {
    @QueryParam("actorId")
    @Nullable UUID actorId;

    /** The whole action, or a section with its dot: {@code catalogue.} */
    @QueryParam("action")
    @Size(max = 100)
    @Nullable String action;

    @QueryParam("objectType")
    @Size(max = 100)
    @Nullable String objectType;

    @QueryParam("objectId")
    @Size(max = 200)
    @Nullable String objectId;

    @QueryParam("from")
    @Schema(implementation = Instant.class)
    @Nullable String from;

    @QueryParam("to")
    @Schema(implementation = Instant.class)
    @Nullable String to;

    Filter filter() {
        return new Filter(
                Optional.ofNullable(actorId),
                Optional.ofNullable(action),
                Optional.ofNullable(objectType),
                Optional.ofNullable(objectId),
                QueryTime.read("from", from),
                QueryTime.read("to", to));
    }
}
