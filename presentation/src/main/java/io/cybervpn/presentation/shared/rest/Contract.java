package io.cybervpn.presentation.shared.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What the published contract says of every operation: its errors are a {@link Problem} under
 * {@code default} (so that generated clients type them once), and all but the public ones want a
 * bearer token.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "CyberVPN",
                        version = "1",
                        description =
                                "The backend that runs a VPN business. Money is exact, writes of money are idempotent,"
                                        + " errors are problem+json with a code to switch on."),
        components =
                @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class Contract implements OASFilter {
    private static final String BEARER = "bearer";
    private static final List<String> PUBLIC =
            List.of(
                    "/api/v1/auth/",
                    "/api/v1/setup",
                    "/api/v1/plans",
                    "/api/v1/quotes",
                    "/api/v1/webhooks/");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach(Contract::complete);
        // The annotation of the same meaning is dropped where Quarkus adds no security by itself.
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT")
                                .description(
                                        "An access token, or an API key (cvk_…), which may name in"
                                                + " X-Act-As the customer whom it acts for."));
    }

    private static void complete(String path, PathItem item) {
        boolean open = PUBLIC.stream().anyMatch(path::startsWith);
        item.getOperations().values().forEach(operation -> complete(operation, open));
    }

    private static void complete(Operation operation, boolean open) {
        APIResponses responses = operation.getResponses();
        responses.addAPIResponse(
                "default",
                OASFactory.createAPIResponse().description("An error; switch on its code"));
        responses
                .getAPIResponses()
                .forEach(
                        (code, response) -> {
                            if (isError(code)) {
                                response.setContent(problem());
                            }
                        });
        // Some below a public path are marked as not public: the generator's name for it is
        // unknown.
        if (!open || operation.getSecurity() != null) {
            operation.setSecurity(
                    List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        }
    }

    /** What the generator says of 400, 401 and 403 by itself has no body in it. */
    private static boolean isError(String code) {
        return code.equals("default") || code.startsWith("4") || code.startsWith("5");
    }

    private static Content problem() {
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
    }
}
