package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An add-on that is for sale.
 *
 * @param name in the caller's language
 * @param kind {@code traffic} or {@code devices}
 * @param amount bytes of traffic, or devices
 * @param days how long it lasts from its payment on
 * @param prices for all of its days, one per currency
 */
@Schema(name = "AddOn")
public record AddOnJson(
        UUID id,
        @Schema(examples = "traffic-50") String code,
        String name,
        @Schema(examples = "traffic") String kind,
        long amount,
        int days,
        List<MoneyJson> prices) {
    static AddOnJson of(AddOn addOn, Languages languages) {
        return new AddOnJson(
                addOn.id().value(),
                addOn.code(),
                languages.pick(addOn.nameI18n()),
                addOn.boost().kind().code(),
                addOn.boost().amount(),
                addOn.days(),
                addOn.prices().stream().map(MoneyJson::of).toList());
    }

    /** All that are for sale, by their codes. */
    @Schema(name = "AddOnList")
    public record Listed(List<AddOnJson> items) {}
}
