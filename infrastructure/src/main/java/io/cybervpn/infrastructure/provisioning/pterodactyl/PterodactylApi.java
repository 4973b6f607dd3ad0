package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The routes that we call. A key of the application API comes with each. */
@Path("/api/application")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface PterodactylApi {
    @GET
    @Path("/nodes")
    Uni<JsonNode> nodes(@HeaderParam(HttpHeaders.AUTHORIZATION) String key);

    @GET
    @Path("/nests/{nest}/eggs/{egg}")
    Uni<JsonNode> egg(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key,
            @PathParam("nest") int nest,
            @PathParam("egg") int egg,
            @QueryParam("include") String include);

    @GET
    @Path("/users/external/{id}")
    Uni<JsonNode> user(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key, @PathParam("id") String id);

    @POST
    @Path("/users")
    Uni<JsonNode> addUser(@HeaderParam(HttpHeaders.AUTHORIZATION) String key, ObjectNode user);

    @PATCH
    @Path("/users/{id}")
    Uni<JsonNode> editUser(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key,
            @PathParam("id") int id,
            ObjectNode user);

    @DELETE
    @Path("/users/{id}")
    Uni<Void> deleteUser(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key, @PathParam("id") int id);

    @GET
    @Path("/servers")
    Uni<JsonNode> servers(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key,
            @QueryParam("page") int page,
            @QueryParam("per_page") int perPage,
            @QueryParam("include") String include);

    @GET
    @Path("/servers/external/{id}")
    Uni<JsonNode> server(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key,
            @PathParam("id") String id,
            @QueryParam("include") String include);

    @POST
    @Path("/servers")
    Uni<JsonNode> addServer(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key,
            @QueryParam("include") String include,
            ObjectNode server);

    @PATCH
    @Path("/servers/{id}/build")
    Uni<JsonNode> build(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key,
            @PathParam("id") int id,
            ObjectNode build);

    @POST
    @Path("/servers/{id}/suspend")
    Uni<Void> suspend(@HeaderParam(HttpHeaders.AUTHORIZATION) String key, @PathParam("id") int id);

    @POST
    @Path("/servers/{id}/unsuspend")
    Uni<Void> unsuspend(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key, @PathParam("id") int id);

    @DELETE
    @Path("/servers/{id}")
    Uni<Void> deleteServer(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key, @PathParam("id") int id);

    @DELETE
    @Path("/servers/{id}/force")
    Uni<Void> forceServer(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String key, @PathParam("id") int id);
}
