package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.AskExport;
import io.cybervpn.application.identity.FetchExport;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** A copy of everything that the shop knows of a customer (R56). */
@Path("/api/v1/account")
@Tag(name = "account")
@Authenticated
public final class ExportResource {
    private static final String FILE = "application/octet-stream";

    private final AskExport askExport;
    private final FetchExport fetchExport;
    private final CurrentActor actor;

    @Inject
    ExportResource(AskExport askExport, FetchExport fetchExport, CurrentActor actor) {
        this.askExport = askExport;
        this.fetchExport = fetchExport;
        this.actor = actor;
    }

    /** Begins one; as long as one is pending it is the same. */
    @POST
    @Path("/export")
    @ResponseStatus(202)
    @Operation(operationId = "exportAccount", summary = "Asks for a copy of all of one's data")
    @APIResponse(
            responseCode = "202",
            description = "Being put together",
            content = @Content(schema = @Schema(implementation = ExportJson.class)))
    public Uni<ExportJson> ask(
            @Nullable AccountProofJson body, @Context HttpServerRequest request) {
        return askExport
                .execute(
                        new AskExport.Command(
                                actor.actor(),
                                actor.session(),
                                AccountProofJson.toShown(body),
                                ClientAddress.of(request)))
                .map(ExportResource::answer);
    }

    /** How far it is. */
    @GET
    @Path("/exports/{id}")
    @Operation(operationId = "getAccountExport", summary = "Shows how far a copy is")
    public Uni<ExportJson> get(@PathParam("id") UUID id) {
        return find(id).map(found -> ExportJson.of(found.export()));
    }

    /** The file, JSON in UTF-8, for a week; 409 {@code export_pending} before it is ready. */
    @GET
    @Path("/exports/{id}/file")
    @Produces(FILE)
    @Operation(operationId = "downloadAccountExport", summary = "Fetches a copy")
    @APIResponse(
            responseCode = "200",
            description = "A JSON file",
            content =
                    @Content(
                            mediaType = FILE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Multi<Buffer> file(@PathParam("id") UUID id) {
        return RestMulti.fromUniResponse(
                find(id).invoke(ExportResource::refusePending),
                found -> found.content().map(Buffer::buffer),
                _ ->
                        Map.of(
                                HttpHeaders.CONTENT_DISPOSITION,
                                List.of("attachment; filename=\"account-" + id + ".json\""),
                                HttpHeaders.CACHE_CONTROL,
                                List.of("no-store")));
    }

    private Uni<FetchExport.Result.Found> find(UUID id) {
        return fetchExport
                .execute(new FetchExport.Query(actor.actor(), new ExportId(id)))
                .map(ExportResource::found);
    }

    private static void refusePending(FetchExport.Result.Found found) {
        if (found.export().file().isEmpty()) {
            throw Problem.retryable(409, "export_pending", "It is still being put together.")
                    .asException();
        }
    }

    private static FetchExport.Result.Found found(FetchExport.Result result) {
        return switch (result) {
            case FetchExport.Result.Found found -> found;
            case FetchExport.Result.NoSuchExport() ->
                    throw Problem.notFound("export").asException();
            case FetchExport.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ExportJson answer(AskExport.Result result) {
        return switch (result) {
            case AskExport.Result.Begun(var export) -> ExportJson.of(export);
            case AskExport.Result.NotProven(var lack) -> throw AccountProblems.lacking(lack);
            case AskExport.Result.TooMany(var retryAfter) ->
                    throw AccountProblems.tooMany(retryAfter);
            case AskExport.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
