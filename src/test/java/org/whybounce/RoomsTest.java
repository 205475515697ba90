package org.whybounce;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which room may use which: the table of CONTRIBUTING.md. */
class RoomsTest {

    private static final String ROOT = "org.whybounce";

    private static final JavaClasses ROOMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest(name = "{0} uses only {1} and, from outside, {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "model    | -                                           | -",
                "text     | model                                       | com.google.common",
                "mime     | model text                                  | -",
                "format   | model text mime                             | org.jsoup com.google.gson",
                "classify | model text                                  | -",
                "remedy   | model text                                  | -",
                "source   | model                                       | -",
                "output   | model                                       | com.google.gson",
                "ticket   | model output                                | jakarta.mail jakarta.activation org.apache.commons.mail2",
                "cli      | - . model source output ticket              | picocli com.google.gson jakarta.mail",
            })
    void aRoomKeepsToTheTable(String room, String rooms, String libraries) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", ROOT + "." + room + ".."));
        for (String other : words(rooms)) {
            allowed.add(other.equals(".") ? ROOT : ROOT + "." + other + "..");
        }
        words(libraries).forEach(library -> allowed.add(library + ".."));
        keepTo(ROOT + "." + room + "..", allowed).check(ROOMS);
    }

    @Test
    void theFrontDoorUsesOnlyTheRoomsThatReadAndJudge() {
        keepTo(
                        ROOT,
                        List.of(
                                "java..",
                                "org.jspecify..",
                                ROOT,
                                ROOT + ".model..",
                                ROOT + ".text..",
                                ROOT + ".mime..",
                                ROOT + ".format..",
                                ROOT + ".classify..",
                                ROOT + ".remedy..",
                                "jakarta.mail.."))
                .check(ROOMS);
    }

    @Test
    void noRoomsUseEachOtherInACircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ROOMS);
    }

    @Test
    void onlyTheCommandPrints() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .onlyAccessFieldsThat(
                        DescribedPredicate.describe("are not System.out or System.err", field -> !field.getOwner()
                                .isEquivalentTo(System.class)))
                .check(ROOMS);
    }

    private static ArchRule keepTo(String room, List<String> allowed) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(DescribedPredicate.describe(
                                "are primitive", type -> type.isPrimitive() || type.isArray())));
    }

    private static List<String> words(String cell) {
        return cell == null
                ? List.of()
                : List.of(cell.trim().split(" +")).stream()
                        .filter(word -> !word.equals("-"))
                        .toList();
    }
}
