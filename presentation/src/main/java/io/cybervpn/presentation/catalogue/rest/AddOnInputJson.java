package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.AddOnDraft;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An add-on as staff want it, all of it.
 *
 * @param nameI18n by language tag; {@code en} is needed
 * @param kind {@code traffic} or {@code devices}
 * @param amount bytes of traffic, or devices; 1 or more
 * @param days how long it lasts, 1 to 365
 * @param prices for all of its days, one per currency
 * @param active whether it is for sale
 * @param version the one that the editor saw, 0 for a new one; 412 when it is not the newest
 */
@Schema(name = "AddOnInput")
public record AddOnInputJson(
        @NotNull String code,
        @NotNull Map<String, @Nullable String> nameI18n,
        @NotNull @Schema(examples = "traffic") String kind,
        long amount,
        int days,
        @NotNull @Size(max = 20) List<@NotNull @Valid MoneyJson> prices,
        boolean active,
        @Min(0) long version) {
    AddOnDraft toDraft(UUID id) {
        return new AddOnDraft(
                new AddOnId(id),
                code,
                Given.texts(nameI18n),
                kind,
                amount,
                days,
                IntStream.range(0, prices.size()).mapToObj(this::price).toList(),
                active,
                version);
    }

    private Money price(int position) {
        return prices.get(position)
                .toMoney()
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                                "/prices/" + position,
                                                "invalid",
                                                "No such currency here, or an amount that it does"
                                                        + " not have.")
                                        .asException());
    }
}
