package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.ListParkedDeliveries;
import io.cybervpn.application.shared.OutboxQueue;
import io.cybervpn.application.shared.RetryDelivery;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What gave up and waits for staff. */
@Path("/api/v1/admin")
@Tag(name = "admin system")
@Authenticated
public final class QueuesResource {
    private final ListParkedDeliveries listParkedDeliveries;
    private final RetryDelivery retryDelivery;
    private final CurrentActor currentActor;

    @Inject
    QueuesResource(
            ListParkedDeliveries listParkedDeliveries,
            RetryDelivery retryDelivery,
            CurrentActor currentActor) {
        this.listParkedDeliveries = listParkedDeliveries;
        this.retryDelivery = retryDelivery;
        this.currentActor = currentActor;
    }

    /** A delivery that gave up. */
    @Schema(name = "ParkedDelivery")
    public record ParkedDeliveryJson(
            UUID id,
            String handler,
            String eventType,
            int attempts,
            String lastError,
            Instant createdAt) {
        static ParkedDeliveryJson of(OutboxQueue.Parked parked) {
            return new ParkedDeliveryJson(
                    parked.id(),
                    parked.handler(),
                    parked.eventType(),
                    parked.attempts(),
                    parked.error(),
                    parked.createdAt());
        }
    }

    /** At most 200 parked deliveries, oldest first. */
    @Schema(name = "ParkedDeliveryList")
    public record ParkedDeliveriesJson(List<ParkedDeliveryJson> items) {}

    /** Deliveries that gave up after all their tries. */
    @GET
    @Path("/outbox")
    @Operation(operationId = "listParkedDeliveries", summary = "Outbox deliveries that gave up")
    public Uni<ParkedDeliveriesJson> parked() {
        return listParkedDeliveries
                .execute(new ListParkedDeliveries.Query(currentActor.actor()))
                .map(QueuesResource::deliveries);
    }

    /** Makes a parked delivery due now. */
    @POST
    @Path("/outbox/{id}/retry")
    @Operation(operationId = "retryDelivery", summary = "Try a parked delivery again")
    public Uni<Void> retry(@PathParam("id") UUID id) {
        return retryDelivery
                .execute(new RetryDelivery.Command(currentActor.actor(), id))
                .invoke(QueuesResource::refuseUnlessRequeued)
                .replaceWithVoid();
    }

    private static ParkedDeliveriesJson deliveries(ListParkedDeliveries.Result result) {
        return switch (result) {
            case ListParkedDeliveries.Result.Deliveries(var items) ->
                    new ParkedDeliveriesJson(items.stream().map(ParkedDeliveryJson::of).toList());
            case ListParkedDeliveries.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static void refuseUnlessRequeued(RetryDelivery.Result result) {
        switch (result) {
            case REQUEUED -> {}
            case NOT_PARKED -> throw Problem.notFound("parked delivery").asException();
            case FORBIDDEN -> throw Problem.forbidden().asException();
        }
    }
}
