package ma.qutb.spaces.application;

import ma.qutb.documents.Files;
import org.springframework.stereotype.Component;

/** What both places need in which applications are filled in. */
@Component
record Tools(
        Screens screens,
        Applying applying,
        BringingPapers bringing,
        ApplicationPapers purpose,
        Files files,
        IssuingReceipts receipts) {}
