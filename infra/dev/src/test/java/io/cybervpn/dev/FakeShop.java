package io.cybervpn.dev;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands in for the packaged shop: ready at once, tells what it was given and what still ran when
 * it ended.
 */
public final class FakeShop {

    private FakeShop() {}

    public static void main(String[] args) throws Exception {
        var variables = new TreeMap<>(System.getenv());
        Files.write(
                Path.of("given.txt"),
                variables.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        int port = Integer.parseInt(variables.get("QUARKUS_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
        server.createContext("/q/health/ready", exchange -> exchange.sendResponseHeaders(200, -1));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(FakeShop::tellWhatRuns));
        new CountDownLatch(1).await();
    }

    private static void tellWhatRuns() {
        int postgres = URI.create(System.getenv("QUARKUS_DATASOURCE_REACTIVE_URL")).getPort();
        int redis = URI.create(System.getenv("QUARKUS_REDIS_HOSTS")).getPort();
        try {
            Files.writeString(Path.of("end.txt"), Ports.open(postgres) + " " + Ports.open(redis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs it as the real one is packed: quarkus-app/quarkus-run.jar in that folder. */
    static void packInto(Path programs) throws IOException {
        Path app = Files.createDirectories(programs.resolve("quarkus-app"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeShop.class.getName());
        Files.writeString(app.resolve("jvm.options"), "# none\n");
        try (var out = Files.newOutputStream(app.resolve("quarkus-run.jar"));
                var jar = new JarOutputStream(out, manifest)) {
            for (Class<?> type : new Class<?>[] {FakeShop.class, Ports.class}) {
                add(type, jar);
            }
        }
    }

    private static void add(Class<?> type, JarOutputStream jar) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var in = type.getResourceAsStream("/" + name)) {
            in.transferTo(jar);
        }
    }
}
