package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.TestGateway;
import io.cybervpn.application.payment.TestSteps;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a test payment went.
 *
 * @param works no step failed
 * @param amount what the invoice was over: the least that the provider takes
 * @param steps {@code create}, {@code read}, {@code cancel}
 */
@Schema(name = "GatewayTest")
public record GatewayTestJson(boolean works, MoneyJson amount, List<StepJson> steps) {
    /**
     * A step.
     *
     * @param outcome {@code skipped}: not tried, or the provider has no such call
     */
    @Schema(name = "GatewayTestStep")
    public record StepJson(
            String name,
            @Schema(enumeration = {"ok", "failed", "skipped"}) String outcome,
            String message,
            long tookMillis) {
        static StepJson of(TestSteps.Step step) {
            return new StepJson(
                    step.name(), step.outcome().code(), step.message(), step.tookMillis());
        }
    }

    /**
     * What to test.
     *
     * @param currency code of the asset; null: one that the provider takes
     */
    @Schema(name = "GatewayTestRequest")
    public record RequestJson(
            @Schema(nullable = true, examples = "RUB") @Nullable String currency) {
        Optional<Asset> asset() {
            return Optional.ofNullable(currency)
                    .map(
                            code ->
                                    Asset.find(code)
                                            .orElseThrow(
                                                    () ->
                                                            Problem.invalid(
                                                                            "/currency",
                                                                            "unknown",
                                                                            "No such currency.")
                                                                    .asException()));
        }
    }

    static GatewayTestJson of(TestGateway.Result.Tried tried) {
        return new GatewayTestJson(
                tried.works(),
                MoneyJson.of(tried.amount()),
                tried.steps().stream().map(StepJson::of).toList());
    }
}
