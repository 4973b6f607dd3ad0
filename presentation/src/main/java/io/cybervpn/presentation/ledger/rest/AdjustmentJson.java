package io.cybervpn.presentation.ledger.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cybervpn.domain.ledger.Adjustment;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to do to a wallet by hand.
 *
 * @param kind {@code credit}: money that counts as paid; {@code debit}: takes from what was paid;
 *     {@code grant}: something to spend that nobody paid for
 * @param amount more than nothing
 * @param lapsesAt of a grant: until when it can be spent; null: for ever
 */
@Schema(name = "WalletAdjustmentRequest")
public record AdjustmentJson(
        @Schema(required = true, examples = "grant") @Nullable String kind,
        @Schema(required = true) @Nullable MoneyJson amount,
        @Nullable Instant lapsesAt) {
    Adjustment checked() {
        Money money =
                Optional.ofNullable(amount)
                        .filter(given -> given.amount() != null && given.currency() != null)
                        .flatMap(MoneyJson::toMoney)
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        "amount",
                                                        "invalid",
                                                        "An amount that is exact in a known"
                                                                + " currency.")
                                                .asException());
        return switch (Optional.ofNullable(kind).orElse("")) {
            case "credit" -> new Adjustment.Credit(money);
            case "debit" -> new Adjustment.Debit(money);
            case "grant" -> new Adjustment.Grant(money, Optional.ofNullable(lapsesAt));
            case String _ ->
                    throw Problem.invalid("kind", "unknown", "credit, debit or grant.")
                            .asException();
        };
    }

    /**
     * What came of it.
     *
     * @param status {@code done}, or {@code approval_required}: somebody else has to agree first
     * @param id of the adjustment, once it is done
     * @param approvalId of what waits for the second pair of eyes
     */
    @Schema(name = "WalletAdjustment")
    public record AdjustedJson(
            @Schema(examples = "done") String status,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> id,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> approvalId) {}
}
