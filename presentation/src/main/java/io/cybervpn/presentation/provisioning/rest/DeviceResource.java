package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ListDevices;
import io.cybervpn.application.provisioning.NameDevice;
import io.cybervpn.application.provisioning.RemoveDevices;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The devices behind the customer's own link. */
@Path("/api/v1/subscriptions/{id}/devices")
@Authenticated
@Tag(name = "subscriptions")
public final class DeviceResource {
    private final ListDevices listDevices;
    private final NameDevice nameDevice;
    private final RemoveDevices removeDevices;
    private final CurrentActor actor;

    @Inject
    DeviceResource(
            ListDevices listDevices,
            NameDevice nameDevice,
            RemoveDevices removeDevices,
            CurrentActor actor) {
        this.listDevices = listDevices;
        this.nameDevice = nameDevice;
        this.removeDevices = removeDevices;
        this.actor = actor;
    }

    /** All of them, the one that came last first. */
    @GET
    @Operation(
            operationId = "listDevices",
            summary = "Lists the devices behind a subscription's link",
            description =
                    "What apps tell of themselves. Codes: access_not_ready, panel_unavailable.")
    public Uni<DevicesJson> list(@PathParam("id") UUID id) {
        return listDevices
                .execute(new ListDevices.Query(actor.actor(), new AccessId(id)))
                .map(DeviceAnswers::answer);
    }

    /** A name of the customer's own; repeatable. */
    @PATCH
    @Path("/{deviceId}")
    @Operation(operationId = "renameDevice", summary = "Names a device")
    @APIResponse(responseCode = "204", description = "It is called so")
    public Uni<RestResponse<Void>> rename(
            @PathParam("id") UUID id,
            @PathParam("deviceId") UUID device,
            @NotNull @Valid DeviceNameJson body) {
        return nameDevice
                .execute(
                        new NameDevice.Command(
                                actor.actor(), new AccessId(id), new DeviceId(device), body.name()))
                .map(DeviceAnswers::answer);
    }

    /** One of them; repeatable. */
    @DELETE
    @Path("/{deviceId}")
    @Operation(
            operationId = "removeDevice",
            summary = "Removes a device",
            description =
                    "It may come again while there is room for it. Repeatable. Codes:"
                            + " too_many_device_removals (429), panel_unavailable (503: it is not"
                            + " known whether it is gone).")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<RestResponse<Void>> remove(
            @PathParam("id") UUID id, @PathParam("deviceId") UUID device) {
        return remove(id, Optional.of(new DeviceId(device)));
    }

    /** All of them; repeatable, and one removal as the limit counts. */
    @DELETE
    @Operation(
            operationId = "removeDevices",
            summary = "Removes all devices of a subscription",
            description =
                    "Counts as one removal. Repeatable. Codes: too_many_device_removals (429),"
                            + " panel_unavailable (503: it is not known whether they are gone).")
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
