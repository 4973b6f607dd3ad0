package io.cybervpn.presentation.identity.rest.users;

import io.cybervpn.application.identity.users.KeepNotes;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.identity.rest.users.UserJson.UserNoteInputJson;
import io.cybervpn.presentation.identity.rest.users.UserJson.UserNoteListJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notes about a customer (R55): {@code users:read} to see, {@code users:write} to change. */
@Path("/api/v1/admin/users/{id}/notes")
@Tag(name = "admin-users")
@Authenticated
public final class UserNoteResource {
    private final KeepNotes keepNotes;
    private final CurrentActor actor;

    @Inject
    UserNoteResource(KeepNotes keepNotes, CurrentActor actor) {
        this.keepNotes = keepNotes;
        this.actor = actor;
    }

    /** The newest first, at most 200. */
    @GET
    @Operation(operationId = "adminListUserNotes", summary = "Lists the notes about a customer")
    public Uni<UserNoteListJson> list(@PathParam("id") UUID id) {
        return run(new KeepNotes.Command.Read(actor.actor(), new AccountId(id)));
    }

    /** Answers with all notes. */
    @POST
    @Operation(operationId = "adminAddUserNote", summary = "Writes a note about a customer")
    public Uni<UserNoteListJson> add(@PathParam("id") UUID id, @NotNull UserNoteInputJson body) {
        return run(new KeepNotes.Command.Write(actor.actor(), new AccountId(id), body.checked()));
    }

    /** Answers with what is left. */
    @DELETE
    @Path("/{noteId}")
    @Operation(operationId = "adminRemoveUserNote", summary = "Removes a note about a customer")
    public Uni<UserNoteListJson> remove(
            @PathParam("id") UUID id, @PathParam("noteId") UUID noteId) {
        return run(new KeepNotes.Command.Remove(actor.actor(), new AccountId(id), noteId));
    }

    private Uni<UserNoteListJson> run(KeepNotes.Command command) {
        return keepNotes.execute(command).map(UserNoteResource::answer);
    }

    private static UserNoteListJson answer(KeepNotes.Result result) {
        return switch (result) {
            case KeepNotes.Result.Notes(var notes) -> UserNoteListJson.of(notes);
            case KeepNotes.Result.Refused(var why) -> throw UserProblems.of(why);
        };
    }
}
