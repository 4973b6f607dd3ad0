package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.TermView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long a plan may be bought for, and for how much.
 *
 * @param days 30, 90, 180 or 365
 * @param prices for the whole term, one per currency
 */
@Schema(name = "Term")
public record TermJson(int days, List<MoneyJson> prices) {
    static TermJson of(TermView term) {
        return new TermJson(term.days(), term.prices().stream().map(MoneyJson::of).toList());
    }
}
