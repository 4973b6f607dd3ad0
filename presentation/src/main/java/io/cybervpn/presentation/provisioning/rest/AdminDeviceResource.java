package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ListDevices;
import io.cybervpn.application.provisioning.RemoveDevices;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The devices of customers, for staff: {@code provisioning:read} and {@code access:write}. */
@Path("/api/v1/admin/subscriptions/{id}/devices")
@Authenticated
@Tag(name = "admin-subscriptions")
public final class AdminDeviceResource {
    private final ListDevices listDevices;
    private final RemoveDevices removeDevices;
    private final CurrentActor actor;

    @Inject
    AdminDeviceResource(ListDevices listDevices, RemoveDevices removeDevices, CurrentActor actor) {
        this.listDevices = listDevices;
        this.removeDevices = removeDevices;
        this.actor = actor;
    }

    /** As the customer sees them. */
    @GET
    @Operation(
            operationId = "adminListDevices",
            summary = "Lists the devices behind a subscription's link")
    public Uni<DevicesJson> list(@PathParam("id") UUID id) {
        return listDevices
                .execute(new ListDevices.Query(actor.actor(), new AccessId(id)))
                .map(DeviceAnswers::answer);
    }

    /** One of them, as often as wanted. */
    @DELETE
    @Path("/{deviceId}")
    @ReasonRequired
    @Operation(operationId = "adminRemoveDevice", summary = "Removes a device of a subscription")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<RestResponse<Void>> remove(
            @PathParam("id") UUID id, @PathParam("deviceId") UUID device) {
        return remove(id, Optional.of(new DeviceId(device)));
    }

    /** All of them; repeatable. */
    @DELETE
    @ReasonRequired
    @Operation(
            operationId = "adminRemoveDevices",
            summary = "Removes all devices of a subscription")
    @APIResponse(responseCode = "204", description = "They are gone")
    public Uni<RestResponse<Void>> removeAll(@PathParam("id") UUID id) {
        return remove(id, Optional.empty());
    }

    private Uni<RestResponse<Void>> remove(UUID id, Optional<DeviceId> device) {
        return removeDevices
                .execute(new RemoveDevices.Command(actor.actor(), new AccessId(id), device))
                .map(DeviceAnswers::answer);
    }
}
