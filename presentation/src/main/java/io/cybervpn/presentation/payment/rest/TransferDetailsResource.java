package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ViewTransferDetails;
import io.cybervpn.application.payment.port.TransferAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where one's own bank transfer goes to. Payments of others are not found. */
@Path("/api/v1/payments/{id}/transfer")
@Tag(name = "payments")
@Authenticated
public final class TransferDetailsResource {
    private final ViewTransferDetails viewTransferDetails;
    private final CurrentActor actor;

    @Inject
    TransferDetailsResource(ViewTransferDetails viewTransferDetails, CurrentActor actor) {
        this.viewTransferDetails = viewTransferDetails;
        this.actor = actor;
    }

    /**
     * How to pay by a bank transfer.
     *
     * @param amount to be sent as one transfer
     * @param reference to be written into its purpose
     * @param account number, IBAN, or what the bank calls it
     * @param note anything else that the shop says
     */
    @Schema(name = "TransferDetails")
    public record TransferDetailsJson(
            MoneyJson amount,
            @Schema(examples = "CV-7K3M-9QXZ-0A1B") String reference,
            String recipient,
            String account,
            @Schema(nullable = true) @Nullable String bank,
            @Schema(nullable = true) @Nullable String bankCode,
            @Schema(nullable = true) @Nullable String note) {
        static TransferDetailsJson of(
                Money amount, TransferReference reference, TransferAccount.Details to) {
            return new TransferDetailsJson(
                    MoneyJson.of(amount),
                    reference.text(),
                    to.recipient(),
                    to.account(),
                    to.bank().orElse(null),
                    to.bankCode().orElse(null),
                    to.note().orElse(null));
        }
    }

    /** Only while the payment waits for a transfer. */
    @GET
    @Operation(
            operationId = "getTransferDetails",
            summary = "Tells where to send a bank transfer for a payment",
            description = "Code: nothing_to_pay, when the payment does not wait for a transfer.")
    public Uni<TransferDetailsJson> get(@PathParam("id") UUID id) {
        return viewTransferDetails
                .execute(new ViewTransferDetails.Query(actor.actor(), new PaymentId(id)))
                .map(TransferDetailsResource::answer);
    }

    private static TransferDetailsJson answer(ViewTransferDetails.Result result) {
        return switch (result) {
            case ViewTransferDetails.Result.Shown(var amount, var reference, var to) ->
                    TransferDetailsJson.of(amount, reference, to);
            case ViewTransferDetails.Result.NothingToPay() ->
                    throw Problem.of(
                                    409,
                                    "nothing_to_pay",
                                    "This payment does not wait for a transfer.")
                            .asException();
            case ViewTransferDetails.Result.NoSuchPayment() ->
                    throw Problem.notFound("payment").asException();
        };
    }
}
