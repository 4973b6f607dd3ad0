package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An add-on as staff see it.
 *
 * @param nameI18n by language tag
 * @param kind {@code traffic} or {@code devices}
 * @param amount bytes of traffic, or devices
 * @param active whether it is for sale
 * @param version to be sent with an edit
 */
@Schema(name = "AdminAddOn")
public record AdminAddOnJson(
        UUID id,
        String code,
        Map<String, String> nameI18n,
        @Schema(examples = "traffic") String kind,
        long amount,
        int days,
        List<MoneyJson> prices,
        boolean active,
        long version) {
    static AdminAddOnJson of(AddOn addOn) {
        return new AdminAddOnJson(
                addOn.id().value(),
                addOn.code(),
                addOn.nameI18n(),
                addOn.boost().kind().code(),
                addOn.boost().amount(),
                addOn.days(),
                addOn.prices().stream().map(MoneyJson::of).toList(),
                addOn.active(),
                addOn.version());
    }

    /** All add-ons, by their codes. */
    @Schema(name = "AdminAddOnList")
    public record Listed(List<AdminAddOnJson> items) {}
}
