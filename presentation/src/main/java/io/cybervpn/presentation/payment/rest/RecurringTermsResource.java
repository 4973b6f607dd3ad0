package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.RecurringConsent;
import io.cybervpn.presentation.shared.rest.Languages;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The words to agree to before a provider charges each period by itself (R95). */
@Path("/api/v1/payment-methods/recurring")
@Authenticated
@Tag(name = "payments")
public final class RecurringTermsResource {
    /** The words, with the version to give back as {@code recurringConsent} of an order. */
    @GET
    @Operation(
            operationId = "getRecurringTerms",
            summary = "Shows the words to agree to before a provider charges by itself")
    @APIResponseSchema(value = RecurringTermsJson.class, responseCode = "200")
    public RestResponse<RecurringTermsJson> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        Languages languages = Languages.of(language);
        return languages.answer(
                new RecurringTermsJson(
                        RecurringConsent.VERSION, languages.pick(RecurringConsent.textI18n())),
                List.of(RecurringConsent.textI18n()));
    }
}
