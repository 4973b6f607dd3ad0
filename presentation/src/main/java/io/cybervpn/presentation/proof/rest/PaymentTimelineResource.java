package io.cybervpn.presentation.proof.rest;

import io.cybervpn.application.proof.ExplainPayment;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** "Explain this payment", for staff with {@code payments:read} and {@code ledger:read}. */
@Path("/api/v1/admin/payments/{id}/timeline")
@Tag(name = "admin-payments")
@Authenticated
public final class PaymentTimelineResource {
    private final ExplainPayment explainPayment;
    private final CurrentActor actor;

    @Inject
    PaymentTimelineResource(ExplainPayment explainPayment, CurrentActor actor) {
        this.explainPayment = explainPayment;
        this.actor = actor;
    }

    /** Oldest first: pushes, states, bookings, deliveries, days, panel, and what staff did. */
    @GET
    @Operation(
            operationId = "adminExplainPayment",
            summary = "Puts all that happened to a payment on one line of time")
    public Uni<PaymentTimelineJson> timeline(@PathParam("id") UUID id) {
        return explainPayment
                .execute(new ExplainPayment.Query(actor.actor(), new PaymentId(id)))
                .map(
                        result ->
                                switch (result) {
                                    case ExplainPayment.Result.Explained(var steps) ->
                                            PaymentTimelineJson.of(id, steps);
                                    case ExplainPayment.Result.NoSuchPayment() ->
                                            throw Problem.notFound("payment").asException();
                                    case ExplainPayment.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }
}
