package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ResetTraffic;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sets the used traffic of a subscription to nothing (R53, R163): {@code access:write}. */
@Path("/api/v1/admin/subscriptions/{id}/reset-traffic")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class TrafficResetResource {
    private final ResetTraffic resetTraffic;
    private final IdempotentCall idempotent;
    private final CurrentActor actor;

    @Inject
    TrafficResetResource(ResetTraffic resetTraffic, IdempotentCall idempotent, CurrentActor actor) {
        this.resetTraffic = resetTraffic;
        this.idempotent = idempotent;
        this.actor = actor;
    }

    /** Once per key. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminResetTraffic",
            summary = "Sets the used traffic of a subscription to nothing",
            description =
                    "The next period begins when it would have begun anyway. Codes:"
                            + " panel_unavailable (503: it is not known whether it was done; the"
                            + " same key may be used again).")
    public Uni<RestResponse<PanelDeedJson>> reset(
            @PathParam("id") UUID id, @HeaderParam(IdempotentCall.HEADER) @Nullable String key) {
        if (!actor.actor().may(Permission.ACCESS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return idempotent.run(
                new IdempotentCall.Keyed(actor.account(), "POST reset-traffic", key, id),
                PanelDeedJson.class,
                () ->
                        resetTraffic
                                .execute(new ResetTraffic.Command(actor.actor(), new AccessId(id)))
                                .map(DeviceAnswers::answer));
    }
}
