package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.GatewayView.Limit;
import io.cybervpn.application.payment.SetGateway;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.payment.rest.GatewayJson.LimitJson;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What shall hold of a provider, all of it.
 *
 * @param label by language tag; empty: the client has a name for it
 * @param limits at most one per currency
 * @param groups tags of customers, one of which is needed; empty: everybody
 * @param fields plain ones; one that is missing or empty is as configured
 * @param version the one that was seen
 */
@Schema(name = "PaymentGatewayEdit")
public record GatewayRequestJson(
        @NotNull Boolean offered,
        @NotNull @Min(0) @Max(10_000) Integer sortOrder,
        @NotNull @Size(max = 40)
                Map<
                                @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") String,
                                @Size(min = 1, max = 60) String>
                        label,
        @NotNull @Size(max = 20) List<@NotNull @Valid LimitJson> limits,
        @NotNull @Size(max = 250) Set<@Pattern(regexp = "[A-Z]{2}") String> countries,
        @NotNull @Size(max = 250) Set<@Pattern(regexp = "[A-Z]{2}") String> deniedCountries,
        @NotNull @Size(max = 20) Set<@Pattern(regexp = "[^,]{1,60}") String> groups,
        @NotNull Boolean inStoreApps,
        @NotNull @Size(max = 20) Map<String, @NotNull @Size(max = 500) String> fields,
        @NotNull @Min(0) Long version) {

    SetGateway.Wish wish() {
        return new SetGateway.Wish(
                offered,
                sortOrder,
                label,
                checkedLimits(),
                countries,
                deniedCountries,
                groups,
                inStoreApps);
    }

    private List<Limit> checkedLimits() {
        List<Limit> read = limits.stream().map(GatewayRequestJson::limit).toList();
        Set<Object> assets = new HashSet<>();
        if (!read.stream().allMatch(limit -> assets.add(limit.least().asset()))) {
            throw invalid("One limit for each currency.");
        }
        return read;
    }

    private static Limit limit(LimitJson json) {
        Money least = json.least().toMoney().orElseThrow(GatewayRequestJson::noMoney);
        Money most = json.most().toMoney().orElseThrow(GatewayRequestJson::noMoney);
        if (!least.asset().equals(most.asset()) || most.compareTo(least) < 0) {
            throw invalid("The most is not less than the least, and of the same currency.");
        }
        return new Limit(least, most);
    }

    private static RuntimeException noMoney() {
        return invalid("An amount that is exact in a known currency.");
    }

    private static RuntimeException invalid(String message) {
        return Problem.invalid("/limits", "invalid", message).asException();
    }
}
