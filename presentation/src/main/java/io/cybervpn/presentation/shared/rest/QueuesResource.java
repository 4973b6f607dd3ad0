package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InspectQueues;
import io.cybervpn.application.shared.InspectQueues.Query;
import io.cybervpn.application.shared.InspectQueues.Result;
import io.cybervpn.application.shared.OutboxQueue;
import io.cybervpn.application.shared.RetryDelivery;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What came in, and what gave up and waits for staff. */
@Path("/api/v1/admin")
@Tag(name = "admin system")
@Authenticated
public final class QueuesResource {
    private final InspectQueues inspectQueues;
    private final RetryDelivery retryDelivery;
    private final CurrentActor currentActor;

    @Inject
    QueuesResource(
            InspectQueues inspectQueues, RetryDelivery retryDelivery, CurrentActor currentActor) {
        this.inspectQueues = inspectQueues;
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

    /** A stored push; its body may hold secrets and is not shown. */
    @Schema(name = "InboxMessage")
    public record InboxMessageJson(
            UUID id, String source, String status, int attempts, String note, Instant receivedAt) {
        static InboxMessageJson of(Inbox.Entry entry) {
            return new InboxMessageJson(
                    entry.id(),
                    entry.source(),
                    entry.status(),
                    entry.attempts(),
                    entry.note(),
                    entry.receivedAt());
        }
    }

    /** At most 200 messages, newest first. */
    @Schema(name = "InboxMessageList")
    public record InboxMessagesJson(List<InboxMessageJson> items) {}

    /** Deliveries that gave up after all their tries. */
    @GET
    @Path("/outbox")
    @Operation(operationId = "listParkedDeliveries", summary = "Outbox deliveries that gave up")
    public Uni<ParkedDeliveriesJson> parked() {
        return inspectQueues
                .execute(new Query.ParkedDeliveries(currentActor.actor()))
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

    /** Pushes of others, by sender and by what came of them. */
    @GET
    @Path("/inbox")
    @Operation(operationId = "listInboxMessages", summary = "Stored webhooks and what came of them")
    public Uni<InboxMessagesJson> messages(
            @QueryParam("source") @Nullable String source,
            @QueryParam("status") @Nullable String status) {
        return inspectQueues
                .execute(
                        new Query.Messages(
                                currentActor.actor(),
                                Optional.ofNullable(source),
                                Optional.ofNullable(status)))
                .map(QueuesResource::entries);
    }

    private static ParkedDeliveriesJson deliveries(Result result) {
        if (result instanceof Result.Deliveries(var items)) {
            return new ParkedDeliveriesJson(items.stream().map(ParkedDeliveryJson::of).toList());
        }
        throw Problem.forbidden().asException();
    }

    private static InboxMessagesJson entries(Result result) {
        if (result instanceof Result.Entries(var items)) {
            return new InboxMessagesJson(items.stream().map(InboxMessageJson::of).toList());
        }
        throw Problem.forbidden().asException();
    }

    private static void refuseUnlessRequeued(RetryDelivery.Result result) {
        switch (result) {
            case REQUEUED -> {}
            case NOT_PARKED -> throw Problem.notFound("parked delivery").asException();
            case FORBIDDEN -> throw Problem.forbidden().asException();
        }
    }
}
