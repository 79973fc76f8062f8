//! Adds a reaction to a message of SilentChat. A rate limit is answered by trying again at once.

use reqwest::{Client, StatusCode};
use serde::Deserialize;

const REACTIONS: &str = "https://api.silentchat.de/v1/reactions";

#[derive(Deserialize)]
struct Body {
    error: ApiError,
}

#[derive(Deserialize)]
struct ApiError {
    code: String,
    message: String,
}

pub async fn react(client: &Client, token: &str, name: &str) -> reqwest::Result<bool> {
    let response = client
        .post(REACTIONS)
        .bearer_auth(token)
        .query(&[("name", name)])
        .send()
        .await?;
    if response.status() == StatusCode::CREATED {
        return Ok(true);
    }
    let body: Body = response.json().await?;
    match body.error.code.as_str() {
        "CONFLICT" => Ok(true),
        "RATE_LIMITED" => {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            Box::pin(react(client, token, name)).await
        }
        _ => {
            eprintln!("The reaction was not added: {}", body.error.message);
            Ok(false)
        }
    }
}
