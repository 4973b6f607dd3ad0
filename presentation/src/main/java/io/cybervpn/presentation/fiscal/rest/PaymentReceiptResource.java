package io.cybervpn.presentation.fiscal.rest;

import io.cybervpn.application.fiscal.ReceiptsOfPayment;
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

/** Fiscal receipts of one's own payment. Those of others are not found. */
@Path("/api/v1/payments/{id}/receipts")
@Tag(name = "payments")
@Authenticated
public final class PaymentReceiptResource {
    private final ReceiptsOfPayment receiptsOfPayment;
    private final CurrentActor actor;

    @Inject
    PaymentReceiptResource(ReceiptsOfPayment receiptsOfPayment, CurrentActor actor) {
        this.receiptsOfPayment = receiptsOfPayment;
        this.actor = actor;
    }

    /** All of them, in the order in which things happened. */
    @GET
    @Operation(
            operationId = "listPaymentReceipts",
            summary = "Lists the fiscal receipts of a payment",
            description = "Empty where the shop makes none for it, or not yet.")
    public Uni<PaymentReceiptListJson> list(@PathParam("id") UUID id) {
        return receiptsOfPayment
                .execute(new ReceiptsOfPayment.Query(actor.actor(), new PaymentId(id)))
                .map(PaymentReceiptResource::answer);
    }

    private static PaymentReceiptListJson answer(ReceiptsOfPayment.Result result) {
        return switch (result) {
            case ReceiptsOfPayment.Result.Listed(var receipts) ->
                    PaymentReceiptListJson.of(receipts);
            case ReceiptsOfPayment.Result.NoSuchPayment() ->
                    throw Problem.notFound("payment").asException();
        };
    }
}
