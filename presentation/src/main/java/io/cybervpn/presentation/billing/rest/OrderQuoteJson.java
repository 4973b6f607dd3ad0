package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.billing.PriceSplit;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A price, and who would pay it with {@code useWallet} at this moment: not a promise.
 *
 * @param granted out of the wallet, from what was given
 * @param paid out of the wallet, from what was paid
 * @param toPay through the provider; zero where the wallet has enough
 */
@Schema(name = "OrderQuote")
record OrderQuoteJson(QuoteJson quote, MoneyJson granted, MoneyJson paid, MoneyJson toPay) {
    static OrderQuoteJson of(Quotation quotation, PriceSplit.Result split, Languages languages) {
        return new OrderQuoteJson(
                QuoteJson.of(quotation, languages),
                MoneyJson.of(split.granted()),
                MoneyJson.of(split.paid()),
                MoneyJson.of(split.toPay()));
    }
}
