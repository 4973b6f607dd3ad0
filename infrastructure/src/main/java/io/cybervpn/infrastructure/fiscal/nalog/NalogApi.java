package io.cybervpn.infrastructure.fiscal.nalog;

import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What we use of it. Answers come as they are: an outage answers with anything. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface NalogApi {
    /** Gives a token; the one before is no good any more. */
    @POST
    @Path("/auth/lkfl")
    Uni<Response> login(LoginJson login);

    /** A page of incomes by the time of the operation. */
    @GET
    @Path("/incomes")
    @ClientQueryParam(name = "sortBy", value = "operation_time:desc")
    Uni<Response> incomes(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("offset") int offset,
            @QueryParam("limit") int limit);

    /** Registers an income. Each call makes one more. */
    @POST
    @Path("/income")
    Uni<Response> income(@HeaderParam("Authorization") String authorization, IncomeJson income);

    /** Annuls one. */
    @POST
    @Path("/cancel")
    Uni<Response> cancel(@HeaderParam("Authorization") String authorization, CancelJson cancel);
}
