package io.cybervpn.presentation.billing.rest;

import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A price, not a promise: an order fixes it.
 *
 * @param total the sum of the lines
 */
@Schema(name = "Quote")
record QuoteJson(UUID planId, int termDays, List<LineJson> lines, MoneyJson total) {
    static QuoteJson of(Quotation quotation, Languages languages) {
        return new QuoteJson(
                quotation.plan().value(),
                quotation.termDays(),
                quotation.lines().stream().map(line -> LineJson.of(line, languages)).toList(),
                MoneyJson.of(quotation.total()));
    }

    /**
     * One reason for money.
     *
     * @param kind such as {@code plan}; more will come
     * @param description in the caller's language
     */
    @Schema(name = "QuoteLine")
    record LineJson(@Schema(examples = "plan") String kind, String description, MoneyJson amount) {
        static LineJson of(Quotation.Line line, Languages languages) {
            return new LineJson(
                    line.kind().name().toLowerCase(Locale.ROOT),
                    languages.pick(line.description()),
                    MoneyJson.of(line.amount()));
        }
    }
}
