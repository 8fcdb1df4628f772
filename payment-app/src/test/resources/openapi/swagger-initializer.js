// In place of the file of the same name in Swagger UI's jar, which shows a document of its own.
window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: "openapi.yaml",
    dom_id: "#swagger-ui",
    presets: [SwaggerUIBundle.presets.apis],
    displayOperationId: true,
  });
};
