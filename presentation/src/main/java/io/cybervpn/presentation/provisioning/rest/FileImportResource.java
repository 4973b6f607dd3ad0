package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.LineFile;
import io.cybervpn.application.provisioning.imports.StartFileImport;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** People of another shop, from a file of it: {@code imports:write}. */
@Path("/api/v1/admin/imports")
@Authenticated
@Tag(name = "admin-imports")
public final class FileImportResource {
    private static final int KEY_LENGTH_MAX = 200;
    private static final int UNPROCESSABLE = 422;

    private final StartFileImport startFileImport;
    private final CurrentActor actor;

    @Inject
    FileImportResource(StartFileImport startFileImport, CurrentActor actor) {
        this.startFileImport = startFileImport;
        this.actor = actor;
    }

    /** A job, whose rows say what becomes of each line; say why in {@code X-Reason}. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminStartFileImport",
            summary = "Brings people of another shop over, from a file of it",
            description =
                    "Each line once: an account, the subscription of the panel's user whom it"
                            + " names, and the balance, which needs wallets:adjust besides. Needs"
                            + " X-Reason and Idempotency-Key, and a fresh second factor unless it"
                            + " is a dry run. Codes: csv_empty, csv_broken, column_missing,"
                            + " row_without_id, row_repeated, too_many, plan_not_found,"
                            + " not_offered, idempotency_key_reused.")
    @APIResponseSchema(value = FileImportJson.StartedJson.class, responseCode = "202")
    public Uni<RestResponse<FileImportJson.StartedJson>> start(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull @Valid FileImportJson body) {
        if (actor.actor().account().isEmpty() || !actor.actor().may(Permission.IMPORTS_WRITE)) {
            throw Problem.forbidden().asException();
        }
        return startFileImport
                .execute(new StartFileImport.Command(actor.actor(), body.wish(), required(key)))
                .map(FileImportResource::answer);
    }

    private static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw Problem.of(
                            400,
                            "idempotency_key_missing",
                            "Send a header Idempotency-Key of 1 to 200 characters.")
                    .asException();
        }
        return key;
    }

    private static RestResponse<FileImportJson.StartedJson> answer(StartFileImport.Result result) {
        return switch (result) {
            case StartFileImport.Result.Started(var job, var ignored) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new FileImportJson.StartedJson(job.id(), job.total(), ignored));
            case StartFileImport.Result.BadFile(var fault) -> throw bad(fault);
            case StartFileImport.Result.NoSuchPanel() ->
                    throw Problem.notFound("panel").asException();
            case StartFileImport.Result.NoSuchPlan() ->
                    throw wrong("plan_not_found", "There is no such plan.");
            case StartFileImport.Result.NotOffered() ->
                    throw Problem.of(
                                    409, "not_offered", "Users of this panel cannot be taken over.")
                            .asException();
            case StartFileImport.Result.KeyReused() ->
                    throw wrong("idempotency_key_reused", "This key was used for another deed.");
            case StartFileImport.Result.Forbidden() -> throw Problem.forbidden().asException();
            case StartFileImport.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }

    private static RuntimeException bad(LineFile.Fault fault) {
        return switch (fault) {
            case LineFile.Fault.Empty() -> wrong("csv_empty", "The file has no lines.");
            case LineFile.Fault.TooLong() ->
                    wrong("too_many", "At most " + LineFile.LINES_MAX + " lines in one file.");
            case LineFile.Fault.Broken(var line) ->
                    wrong("csv_broken", "Line " + line + " is no line of the table.");
            case LineFile.Fault.NoColumn(var names) ->
                    wrong(
                            "column_missing",
                            "The file needs a column " + String.join(" or ", names) + ".");
            case LineFile.Fault.NoRow(var line) ->
                    wrong("row_without_id", "Line " + line + " has no id of 1 to 100 characters.");
            case LineFile.Fault.Repeated(var line) ->
                    wrong("row_repeated", "Line " + line + " has the id of an earlier one.");
        };
    }

    private static RuntimeException wrong(String code, String text) {
        return Problem.of(UNPROCESSABLE, code, text).asException();
    }
}
