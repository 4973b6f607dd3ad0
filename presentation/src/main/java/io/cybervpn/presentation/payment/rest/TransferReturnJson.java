package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ReturnView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refund of a bank transfer that somebody has to send by hand. */
@Schema(name = "BankReturn")
public record TransferReturnJson(UUID refundId, UUID paymentId, MoneyJson amount, Instant askedAt) {
    /** Those that wait, oldest first, at most 200. */
    @Schema(name = "BankReturnList")
    public record ListJson(List<TransferReturnJson> items) {}

    /**
     * What became of it.
     *
     * @param kind {@code sent}: the transfer was made; {@code failed}: it cannot be made, or came
     *     back, and the money is put back where it was
     * @param bankReference the bank's own id of the transfer that was made; for {@code sent} only
     */
    @Schema(name = "BankReturnOutcome")
    public record OutcomeJson(
            @Schema(
                            required = true,
                            enumeration = {"sent", "failed"})
                    @Nullable String kind,
            @Schema(nullable = true) @Nullable String bankReference) {
        /** The bank's id for what was sent, nothing for what failed; 400 for anything else. */
        Optional<String> sent() {
            return switch (Optional.ofNullable(kind).orElse("")) {
                case "sent" -> Optional.of(TransferRequestJson.bankReference(bankReference));
                case "failed" -> none();
                case String _ ->
                        throw Problem.invalid("/kind", "unknown", "sent or failed.").asException();
            };
        }

        private Optional<String> none() {
            if (bankReference != null) {
                throw Problem.invalid("/bankReference", "invalid", "Nothing was sent.")
                        .asException();
            }
            return Optional.empty();
        }
    }

    /** Noted. */
    @Schema(name = "BankReturnAnswer")
    public record AnswerJson(@Schema(examples = "noted") String status) {}

    static TransferReturnJson of(ReturnView view) {
        return new TransferReturnJson(
                view.refund().value(),
                view.payment().value(),
                MoneyJson.of(view.amount()),
                view.askedAt());
    }
}
