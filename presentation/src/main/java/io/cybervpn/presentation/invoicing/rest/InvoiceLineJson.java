package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One reason for money.
 *
 * @param type {@code plan, add_on, plan_change, top_up, fee, adjustment, discount, credit}
 * @param amount quantity times price, negative where it makes the invoice less
 * @param total the same with all taxes
 */
@Schema(name = "InvoiceLine")
record InvoiceLineJson(
        String type,
        String description,
        long quantity,
        MoneyJson unitPrice,
        MoneyJson amount,
        List<TaxJson> taxes,
        MoneyJson total) {
    /**
     * A tax of the line.
     *
     * @param rateBasisPoints hundredths of a percent
     * @param inclusive whether it is in the line's amount; else it comes on top
     * @param amount signed like the line
     */
    @Schema(name = "InvoiceTax")
    record TaxJson(
            String code, String name, int rateBasisPoints, boolean inclusive, MoneyJson amount) {
        static TaxJson of(AppliedTax tax, Asset asset) {
            return new TaxJson(
                    tax.code(),
                    tax.name(),
                    tax.basisPoints(),
                    tax.inclusive(),
                    signed(tax.minorUnits(), asset));
        }
    }

    static InvoiceLineJson of(InvoiceLine line, Languages languages) {
        Asset asset = line.unitPrice().asset();
        return new InvoiceLineJson(
                line.type().code(),
                languages.pick(line.description()),
                line.quantity(),
                MoneyJson.of(line.unitPrice()),
                signed(line.amountMinor(), asset),
                line.taxes().stream().map(tax -> TaxJson.of(tax, asset)).toList(),
                signed(line.grossMinor(), asset));
    }

    private static MoneyJson signed(long units, Asset asset) {
        String amount = new Money(Math.abs(units), asset).toDecimal();
        return new MoneyJson(units < 0 ? "-" + amount : amount, asset.code());
    }
}
