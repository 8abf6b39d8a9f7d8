package ma.qutb.bench;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/** The floor of a page: the server every JDK brings, which reads the row of a product by JDBC and answers its columns as they are. */
final class BareServer {

    private BareServer() {}

    /** Arguments: address, user and password of the database. Prints its port. */
    public static void main(String[] arguments) throws IOException {
        var pool = new HikariConfig();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaximumPoolSize(10);
        var database = new HikariDataSource(pool);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var row = row(
                        database,
                        Long.parseLong(exchange.getRequestURI().getPath().substring(1)));
                exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
                exchange.sendResponseHeaders(200, row.length);
                exchange.getResponseBody().write(row);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
        server.start();
        System.out.println("port " + server.getAddress().getPort());
    }

    private static byte[] row(HikariDataSource database, long number) throws SQLException {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select * from market.shelf where number = ?")) {
            question.setLong(1, number);
            try (var answer = question.executeQuery()) {
                var text = new StringBuilder();
                if (answer.next()) {
                    for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                        text.append(answer.getString(i)).append('\n');
                    }
                }
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
        }
    }
}
