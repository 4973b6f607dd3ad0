package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ListServers;
import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.server.port.ServerBoard.Field;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.server.ServerStatus;
import io.cybervpn.presentation.shared.rest.Flag;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which servers are wanted, and in which order. Take it as a {@code @Valid @BeanParam}. */
public final class ServerFilterParams {
    private static final Map<String, Field> FIELDS =
            Map.of(
                    "position", Field.POSITION,
                    "name", Field.NAME,
                    "status", Field.STATUS,
                    "country", Field.COUNTRY,
                    "usersOnline", Field.USERS_ONLINE,
                    "sinceAt", Field.SINCE);
    private static final int CHOICES_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 100;

    @Parameter(
            description =
                    "position, name, status, country, usersOnline or sinceAt, then optionally ,asc"
                            + " or ,desc")
    @QueryParam("sort")
    @DefaultValue("position")
    String sort = "position";

    @Parameter(description = "online, warning, offline or maintenance; repeat for any of them")
    @QueryParam("status")
    @Size(max = CHOICES_MAX)
    List<String> status = List.of();

    @Parameter(description = "ISO 3166 alpha 2; repeat for any of them")
    @QueryParam("country")
    @Size(max = CHOICES_MAX)
    List<String> country = List.of();

    @Parameter(description = "Part of a name or an address")
    @QueryParam("q")
    @Size(max = TEXT_LENGTH_MAX)
    @Nullable String q;

    @Parameter(description = "true: only those that customers do not see; false: only the others")
    @QueryParam("hidden")
    @Schema(type = SchemaType.BOOLEAN)
    @Nullable Flag hidden;

    ListServers.Query query(Actor actor, PageParams page) {
        String[] parts = sort.split(",", -1);
        return new ListServers.Query(
                actor, filter(), field(parts[0]), isDescending(parts), page.toRequest());
    }

    private ServerBoard.Filter filter() {
        Set<ServerStatus> statuses =
                status.stream()
                        .map(
                                code ->
                                        ServerStatus.find(code)
                                                .orElseThrow(() -> unknown("/status", code)))
                        .collect(Collectors.toSet());
        Set<String> countries =
                country.stream()
                        .map(code -> code.toUpperCase(Locale.ROOT).replace("\0", ""))
                        .collect(Collectors.toSet());
        return new ServerBoard.Filter(
                statuses,
                countries,
                Optional.ofNullable(q)
                        .map(text -> text.replace("\0", "").strip())
                        .filter(text -> !text.isEmpty()),
                Optional.ofNullable(hidden).map(Flag::on));
    }

    private static Field field(String name) {
        return Optional.ofNullable(FIELDS.get(name))
                .orElseThrow(
                        () ->
                                Problem.of(
                                                400,
                                                "sort_field_unknown",
                                                "Sort by one of " + FIELDS.keySet() + ".")
                                        .withParams(Map.of("field", name))
                                        .asException());
    }

    private static boolean isDescending(String[] parts) {
        return switch (parts.length == 1 ? "asc" : parts[1]) {
            case "asc" -> false;
            case "desc" -> true;
            case String direction -> throw unknown("/sort", direction);
        };
    }

    private static RuntimeException unknown(String parameter, String value) {
        return Problem.invalid(parameter, "unknown", "There is no " + value + ".").asException();
    }
}
