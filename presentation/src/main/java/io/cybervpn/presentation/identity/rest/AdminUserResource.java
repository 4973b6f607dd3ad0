package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ListAccounts;
import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for staff with {@code users:read} (R48, R54). */
@Path("/api/v1/admin/users")
@Tag(name = "admin-users")
@Authenticated
public final class AdminUserResource {
    private static final int SORT_KEYS_MAX = 3;
    private static final int TEXT_LENGTH_MAX = 254;

    private final ListAccounts listAccounts;
    private final CurrentActor actor;

    @Inject
    AdminUserResource(ListAccounts listAccounts, CurrentActor actor) {
        this.listAccounts = listAccounts;
        this.actor = actor;
    }

    /** A page, newest first unless sorted otherwise; {@code count=false} is cheaper. */
    @GET
    @Operation(operationId = "adminListUsers", summary = "Lists accounts")
    public Uni<AccountPageJson> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "createdAt, email or id, then optionally ,asc or ,desc")
                    @QueryParam("sort")
                    @Size(max = SORT_KEYS_MAX)
                    List<String> sort,
            @Parameter(description = "Part of the e-mail, or a whole id")
                    @QueryParam("q")
                    @Size(max = TEXT_LENGTH_MAX)
                    @Nullable String q,
            @Parameter(description = "active or blocked; repeat for any of them")
                    @QueryParam("status")
                    List<String> status) {
        AccountList.Query query =
                new AccountList.Query(
                        page.toRequest(), text(q), statuses(status), AccountSort.parse(sort));
        return listAccounts
                .execute(new ListAccounts.Command(actor.actor(), query))
                .map(AdminUserResource::answer);
    }

    private static Optional<String> text(@Nullable String q) {
        if (q != null && q.indexOf('\0') >= 0) {
            throw Problem.invalid("/q", "invalid", "There is no such text.").asException();
        }
        return Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Set<AccountStatus> statuses(List<String> codes) {
        return codes.stream().map(AdminUserResource::status).collect(Collectors.toSet());
    }

    private static AccountStatus status(String code) {
        return AccountStatus.find(code)
                .orElseThrow(
                        () ->
                                Problem.invalid("/status", "unknown", "active or blocked.")
                                        .asException());
    }

    private static AccountPageJson answer(ListAccounts.Result result) {
        return switch (result) {
            case ListAccounts.Result.Listed(var page) -> AccountPageJson.of(page);
            case ListAccounts.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
