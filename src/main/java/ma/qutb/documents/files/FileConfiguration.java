package ma.qutb.documents.files;

import java.net.InetSocketAddress;
import ma.qutb.documents.FileStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store and which scanner the settings ask for. */
@Configuration
@EnableConfigurationProperties(FileProperties.class)
class FileConfiguration {

    @Bean
    FileStore fileStore(FileProperties settings) {
        var s3 = settings.s3();
        return s3 == null || s3.endpoint().isEmpty() ? new LocalFolder(settings.folder()) : new S3Bucket(s3);
    }

    @Bean
    VirusScan virusScan(FileProperties settings) {
        var scanner = settings.scanner();
        return scanner == null || scanner.host().isEmpty()
                ? content -> VirusScan.CLEAN
                : new ClamAv(InetSocketAddress.createUnresolved(scanner.host(), scanner.port()));
    }
}
