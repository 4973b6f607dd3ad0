package io.cybervpn.presentation.identity.rest.events;

import io.cybervpn.application.identity.ListSecurityEvents;
import io.cybervpn.application.identity.ListSecurityEvents.Query;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened at one's own account, and nobody else's (R254). */
@Path("/api/v1/account/activity")
@Tag(name = "sessions")
@Authenticated
public final class ActivityResource {
    private final ListSecurityEvents listSecurityEvents;
    private final CurrentActor actor;

    @Inject
    ActivityResource(ListSecurityEvents listSecurityEvents, CurrentActor actor) {
        this.listSecurityEvents = listSecurityEvents;
        this.actor = actor;
    }

    /** Of one's own account: logins and what looks like somebody else's attempts, of 90 days. */
    @GET
    @Operation(
            operationId = "listActivity",
            summary = "Shows logins and failed attempts of one's own")
    public Uni<ActivityFeedJson> own(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listSecurityEvents
                .execute(
                        new Query.Own(actor.account(), SecurityEventResource.before(cursor), limit))
                .map(result -> ActivityFeedJson.of(SecurityEventResource.listed(result)));
    }
}
