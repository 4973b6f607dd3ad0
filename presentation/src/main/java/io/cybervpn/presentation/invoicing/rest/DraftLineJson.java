package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reason for money that staff write.
 *
 * @param type {@code fee} and {@code adjustment} make the invoice more, {@code discount} and {@code
 *     credit} less
 * @param descriptionI18n by language tag, as printed; one or more
 * @param unitPrice more than nothing, in the currency of the invoice
 */
@Schema(name = "InvoiceDraftLine")
record DraftLineJson(
        @NotNull @Schema(examples = "fee") String type,
        @NotNull @Size(max = 10)
                Map<
                                @Pattern(regexp = "[a-z]{2}(-[A-Za-z0-9]{2,8})?") String,
                                @NotNull @Pattern(regexp = "(?=.*\\S)[^\\p{Cntrl}]{1,200}") String>
                        descriptionI18n,
        @Min(1) @Max(InvoiceLine.QUANTITY_MAX) long quantity,
        @NotNull @Valid MoneyJson unitPrice) {
    InvoiceLine toLine(String pointer) {
        LineType known =
                LineType.find(type)
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        pointer + "/type",
                                                        "unknown",
                                                        "One of fee, adjustment, discount, credit.")
                                                .asException());
        if (descriptionI18n.isEmpty()) {
            throw Problem.invalid(
                            pointer + "/descriptionI18n", "required", "In one language or more.")
                    .asException();
        }
        Money price =
                unitPrice
                        .toMoney()
                        .filter(money -> InvoiceLine.isPossible(quantity, money))
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        pointer + "/unitPrice",
                                                        "invalid",
                                                        "More than nothing, not beyond reason, and"
                                                                + " exact in the currency.")
                                                .asException());
        return InvoiceLine.untaxed(known, descriptionI18n, quantity, price);
    }
}
