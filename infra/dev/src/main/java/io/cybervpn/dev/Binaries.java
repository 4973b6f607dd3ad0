package io.cybervpn.dev;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server programs, unpacked once per user and version into a cache folder. Safe when several
 * processes ask at once: one unpacks under a lock, and a folder appears only when it is whole.
 */
final class Binaries {

    private final Path cache;
    private final Platform platform;

    Binaries(Path cache, Platform platform) {
        this.cache = cache;
        this.platform = platform;
    }

    /**
     * In {@code CYBERVPN_CACHE}, else {@code XDG_CACHE_HOME/cybervpn}, else {@code
     * ~/.cache/cybervpn}; of root in {@code /var/cache/cybervpn} where the server runs as another
     * user, since initdb asks for files that are reachable without privileges.
     */
    static Binaries ofUser(Unprivileged way) {
        Optional<Path> system =
                way.anotherUser() ? Optional.of(Path.of("/var/cache/cybervpn")) : Optional.empty();
        Path cache =
                variable("CYBERVPN_CACHE")
                        .map(Path::of)
                        .or(() -> system)
                        .or(() -> variable("XDG_CACHE_HOME").map(xdg -> Path.of(xdg, "cybervpn")))
                        .orElseGet(
                                () ->
                                        Path.of(
                                                System.getProperty("user.home"),
                                                ".cache",
                                                "cybervpn"));
        return new Binaries(cache.toAbsolutePath(), Platform.current());
    }

    /** The PostgreSQL installation: the folder that holds {@code bin/postgres}. */
    Path postgres() {
        return unpacked("postgres-" + version("postgres"), this::unpackPostgres);
    }

    /** The Redis server program that runs on this machine. */
    Path redis() {
        return unpacked("redis-" + version("redis"), this::unpackRedis).resolve("redis-server");
    }

    private synchronized Path unpacked(String name, Unpacking unpacking) {
        Path home = cache.resolve(name + "-" + platform.os() + "-" + platform.arch());
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(cache);
            unpackLocked(home, unpacking);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot unpack "
                            + name
                            + " into "
                            + cache
                            + "; CYBERVPN_CACHE names another folder",
                    e);
        }
    }

    private static void unpackLocked(Path home, Unpacking unpacking) throws IOException {
        Path lockFile = home.resolveSibling(home.getFileName() + ".lock");
        synchronized (Binaries.class) {
            try (var channel =
                            FileChannel.open(
                                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid() || Files.isDirectory(home)) {
                    return;
                }
                Path draft = home.resolveSibling(home.getFileName() + ".new");
                deleteTree(draft);
                Files.createDirectories(draft);
                unpacking.into(draft);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void unpackPostgres(Path home) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(
                                        resource(platform.postgresArchive()), 1 << 16)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(tar, entry, home);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path home)
            throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("The archive points outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(home));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            makeExecutable(target);
        }
    }

    private void unpackRedis(Path home) throws IOException {
        Path program = home.resolve("redis-server");
        for (String name : platform.redisExecutables()) {
            try (InputStream in = resource(name)) {
                Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
            }
            makeExecutable(program);
            if (Processes.works(program.toString(), "--version")) {
                return;
            }
        }
        throw new IOException("No Redis server runs on " + platform);
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make executable: " + file);
        }
    }

    private static String version(String server) {
        var versions = new Properties();
        try (InputStream in = resource("/io/cybervpn/dev/embedded.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(server, "unknown");
    }

    private static InputStream resource(String name) {
        return Optional.ofNullable(Binaries.class.getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException("Not on the class path: " + name));
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path home() {
        return Path.of(variable("HOME").orElse(System.getProperty("user.home")));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** Fills an empty folder. */
    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
