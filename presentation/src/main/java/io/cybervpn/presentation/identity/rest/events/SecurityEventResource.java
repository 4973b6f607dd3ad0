package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.ListSecurityEvents;
import io.cybervpn.application.identity.ListSecurityEvents.Query;
import io.cybervpn.application.identity.ListSecurityEvents.Result;
import io.cybervpn.application.identity.port.SecurityEvents.Cursor;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logins, failures, refusals and limits (R221, R254): a feed, newest first. */
@Path("/api/v1/admin/security-events")
@Tag(name = "admin-audit")
@Authenticated
public final class SecurityEventResource {
    private final ListSecurityEvents listSecurityEvents;
    private final CurrentActor actor;

    @Inject
    SecurityEventResource(ListSecurityEvents listSecurityEvents, CurrentActor actor) {
        this.listSecurityEvents = listSecurityEvents;
        this.actor = actor;
    }

    /** Of all accounts, with {@code audit:read}: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(operationId = "adminListSecurityEvents", summary = "Logins, failures, refusals")
    public Uni<SecurityEventFeedJson> all(
            @BeanParam @Valid SecurityEventFilterParams params,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Query query = new Query.All(actor.actor(), params.filter(), before(cursor), limit);
        return listSecurityEvents
                .execute(query)
                .map(result -> SecurityEventFeedJson.of(listed(result)));
    }

    static Optional<Cursor> before(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .map(FeedCursor::read)
                .map(read -> new Cursor(read.at(), read.id()));
    }

    static Result.Listed listed(Result result) {
        return switch (result) {
            case Result.Listed listed -> listed;
            case Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
